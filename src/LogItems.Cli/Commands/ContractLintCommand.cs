using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Contracts.Lint;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract lint</c></summary>
internal sealed class ContractLintCommand : Command
{
    private readonly ContractArgument _file = new();
    private readonly ReportSettings _report = new();

    public ContractLintCommand(CommandEnvironment host)
        : base("lint", "Checks an OpenAPI document for errors, invalid examples and missing descriptions.")
    {
        _file.AddTo(this);
        _report.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _report.Check(parse);
        var document = await _file.LoadAsync(parse, host, cancellationToken);
        return _report.Write(parse, host, $"contract lint {document.File}", ContractLint.Check(document, cancellationToken));
    }
}

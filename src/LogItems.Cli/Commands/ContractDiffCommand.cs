using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract diff</c></summary>
internal sealed class ContractDiffCommand : Command
{
    private readonly ComparedDocuments _documents = new();
    private readonly ReportSettings _report = new();

    public ContractDiffCommand(CommandEnvironment host)
        : base("diff", "Compares two OpenAPI documents and reports changes that break clients on the wire or code that uses the SDK.")
    {
        _documents.AddTo(this);
        _report.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _report.Check(parse);
        var (before, after) = await _documents.LoadAsync(parse, host, cancellationToken);
        return _report.Write(parse, host, $"contract diff {before.File} {after.File}", _documents.Compare(parse, before, after));
    }
}

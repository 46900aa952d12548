using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Drift;
using LogItems.Contracts.Views;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract drift</c></summary>
internal sealed class ContractDriftCommand : Command
{
    private readonly ContractArgument _file = new();

    private readonly Option<string> _against = new("--against")
    {
        HelpName = "FILE|URL",
        Description = "Vendor's document of the version: a file, a URL, or - for stdin.",
        Required = true,
    };

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "API version to compare.", VersionWords.Choices) { Required = true };

    private readonly ReportSettings _report = new();

    public ContractDriftCommand(CommandEnvironment host)
        : base("drift", "Compares the contract with the vendor's OpenAPI document for one API version.")
    {
        _file.AddTo(this);
        Add(_against);
        Add(_version);
        _report.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _report.Check(parse);
        var version = parse.GetValue(_version)!.Value.ToPathSegment();
        var ours = await _file.LoadAsync(parse, host, cancellationToken);
        var view = ContractView.Create(ours, version);
        var theirs = await ContractSource.LoadAsync(
            parse.GetRequiredValue(_against), host.In, _file.Settings.Read(parse), cancellationToken);
        var result = ContractDrift.Compare(view, theirs);
        await host.Error.WriteLineAsync(TerminalText.Escape(
            $"Compared {result.Compared.Count} operations of {version}."
            + (result.OnlyOurs.Count == 0 ? "" : $" Not compared, because only the contract has them: {string.Join(", ", result.OnlyOurs)}.")));
        return _report.Write(parse, host, $"contract drift {ours.File} {theirs.File} {version}", result.Findings);
    }
}

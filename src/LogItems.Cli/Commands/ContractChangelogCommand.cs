using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Reports;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract changelog</c></summary>
internal sealed class ContractChangelogCommand : Command
{
    private readonly ComparedDocuments _documents = new();
    private readonly DecisionSettings _decisions = new();

    private readonly ChoiceOption<ChangelogFormat> _format = new(
        "--format", "Output format (default: markdown).", ("markdown", ChangelogFormat.Markdown), ("html", ChangelogFormat.Html));

    private readonly Option<string?> _declared = new("--declared")
    {
        HelpName = "VERSION",
        Description = "Version of the release, for example 1.4.0; the command fails with exit code 1 when it is too low for the changes.",
    };

    public ContractChangelogCommand(CommandEnvironment host)
        : base("changelog", "Writes a changelog of the changes between two OpenAPI documents and suggests a release version.")
    {
        _documents.AddTo(this);
        Add(_format);
        Add(_declared);
        _decisions.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _decisions.Check(parse);
        var declared = parse.GetValue(_declared) is not { } text ? null
            : ReleaseVersion.Parse(text) ?? throw new UsageException($"--declared is '{text}'; write a version such as 1.4.0.");
        var (before, after) = await _documents.LoadAsync(parse, host, cancellationToken);
        var (was, current) = (ReleaseVersion.Of(before), ReleaseVersion.Of(after));
        if (declared is not null && was is null)
        {
            throw new UsageException("--declared requires that the base has a version such as 1.4.0 under info.");
        }

        var title = was is null || current is null || was == current ? "Changes" : $"Changes from {was} to {current}";
        var changelog = new ContractChangelog(title, _decisions.Apply(parse, _documents.Compare(parse, before, after)))
        {
            BaseVersion = was,
            DeclaredVersion = declared,
        };
        changelog.Write(parse.GetValue(_format) ?? ChangelogFormat.Markdown, host.Out);
        if (!changelog.IsDeclaredTooLow)
        {
            return ExitCode.Ok;
        }

        await host.Error.WriteLineAsync(TerminalText.Escape(
            $"The declared version {declared} is too low for the changes; the lowest version that fits is {changelog.SuggestedVersion}."));
        return ExitCode.Findings;
    }
}

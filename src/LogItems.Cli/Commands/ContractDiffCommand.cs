using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract diff</c></summary>
internal sealed class ContractDiffCommand : Command
{
    private const string Source = "a file, a URL, - for standard input, or REVISION:PATH for a file in a git revision";

    private readonly Argument<string> _base = new("BASE") { Description = $"What it was: {Source}." };
    private readonly Argument<string> _revision = new("REVISION") { Description = "What it is, named likewise." };

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "Compare the views of this API version.", VersionWords.Choices);

    private readonly Option<bool> _allVersions = new("--all-versions")
    {
        Description = "Compare the views of every API version; each finding tells the versions it is in.",
    };

    private readonly Option<string?> _root = ContractArgument.NewRoot();
    private readonly ReportSettings _report = new();

    public ContractDiffCommand(CommandEnvironment host)
        : base("diff", "Tells what has changed between two documents, and whom it breaks: callers on the wire, or code built on the SDK.")
    {
        Add(_base);
        Add(_revision);
        Add(_version);
        Add(_allVersions);
        Add(_root);
        _report.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (before, after) = (parse.GetRequiredValue(_base), parse.GetRequiredValue(_revision));
        _report.Check(parse);
        RequireSense(parse, before, after);

        // Both at once: reading is most of the work.
        var options = new ContractLoadOptions { AcceptsOpenApi31 = true, RootFolder = parse.GetValue(_root) };
        var documents = await Task.WhenAll(new[] { before, after }.Select(name =>
            Task.Run(() => ContractSource.LoadAsync(name, host.In, options, cancellationToken), cancellationToken)));
        var findings = Compare(parse, documents[0], documents[1]);
        return _report.Write(parse, host, $"contract diff {documents[0].File} {documents[1].File}", findings);
    }

    private IReadOnlyList<Finding> Compare(ParseResult parse, ContractDocument before, ContractDocument after) =>
        parse.GetValue(_allVersions) ? ContractDiff.CompareAllVersions(before, after)
        : parse.GetValue(_version) is { } version ? ContractDiff.CompareVersion(before, after, version.ToPathSegment())
        : ContractDiff.Compare(before, after);

    private void RequireSense(ParseResult parse, string before, string after)
    {
        if (before == "-" && after == "-")
        {
            throw new UsageException("BASE and REVISION are both standard input; name a file for one of them.");
        }

        if (parse.GetValue(_allVersions) && parse.GetValue(_version) is not null)
        {
            throw new UsageException("--version and --all-versions contradict each other; give one of them.");
        }
    }
}

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
    private const string Source = "a file, a URL, - for stdin, or REVISION:PATH for a file in a git revision";

    private readonly Argument<string> _base = new("BASE") { Description = $"Old document: {Source}." };
    private readonly Argument<string> _revision = new("REVISION") { Description = "New document, in the same form." };

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "Compare only the documents of this API version.", VersionWords.Choices);

    private readonly Option<bool> _allVersions = new("--all-versions")
    {
        Description = "Compare the documents of every API version and list the affected versions of each finding.",
    };

    private readonly Option<string?> _root = ContractArgument.NewRoot();
    private readonly ReportSettings _report = new();

    public ContractDiffCommand(CommandEnvironment host)
        : base("diff", "Compares two OpenAPI documents and reports changes that break clients on the wire or code that uses the SDK.")
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
        var options = new ContractLoadOptions { RootFolder = parse.GetValue(_root) };
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
            throw new UsageException("BASE and REVISION cannot both be stdin. Specify a file for one of them.");
        }

        if (parse.GetValue(_allVersions) && parse.GetValue(_version) is not null)
        {
            throw new UsageException("--version and --all-versions cannot be combined.");
        }
    }
}

using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Cli.Options;

/// <summary>The two documents that a command compares, and the versions to compare.</summary>
internal sealed class ComparedDocuments
{
    private const string Source = "a file, a URL, - for stdin, or REVISION:PATH for a file in a git revision";

    private readonly Argument<string> _base = new("BASE") { Description = $"Old document: {Source}." };
    private readonly Argument<string> _revision = new("REVISION") { Description = "New document, in the same form." };

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "Compare only the documents of this API version.", VersionWords.Choices);

    private readonly Option<bool> _allVersions = new("--all-versions")
    {
        Description = "Compare the documents of every API version and list the affected versions of each finding.",
    };

    private readonly LoadSettings _settings = new();

    public void AddTo(Command command)
    {
        command.Add(_base);
        command.Add(_revision);
        command.Add(_version);
        command.Add(_allVersions);
        _settings.AddTo(command);
    }

    /// <summary>Loads both documents.</summary>
    /// <exception cref="UsageException">The arguments contradict each other.</exception>
    /// <exception cref="ContractLoadException">A document cannot be loaded.</exception>
    public async Task<(ContractDocument Before, ContractDocument After)> LoadAsync(
        ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (before, after) = (parse.GetRequiredValue(_base), parse.GetRequiredValue(_revision));
        ThrowIfContradictory(parse, before, after);

        // Both are loaded concurrently, because reading is most of the work.
        var options = _settings.Read(parse);
        var documents = await Task.WhenAll(new[] { before, after }.Select(name =>
            Task.Run(() => ContractSource.LoadAsync(name, host.In, options, cancellationToken), cancellationToken)));
        return (documents[0], documents[1]);
    }

    /// <summary>Compares the documents in the requested versions.</summary>
    public IReadOnlyList<Finding> Compare(ParseResult parse, ContractDocument before, ContractDocument after) =>
        parse.GetValue(_allVersions) ? ContractDiff.CompareAllVersions(before, after)
        : parse.GetValue(_version) is { } version ? ContractDiff.CompareVersion(before, after, version.ToPathSegment())
        : ContractDiff.Compare(before, after);

    private void ThrowIfContradictory(ParseResult parse, string before, string after)
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

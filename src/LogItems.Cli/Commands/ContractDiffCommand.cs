using System.CommandLine;
using LogItems.Cli.Settings;
using LogItems.Contracts;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems contract diff</c></summary>
internal sealed class ContractDiffCommand : Command
{
    private const string Source = "a file, a URL, - for standard input, or REVISION:PATH for a file in a git revision";

    private static readonly (string Word, ReportFormat Value)[] Formats =
        [.. Enum.GetValues<ReportFormat>().Select(format => (format.ToString().ToLowerInvariant(), format))];

    private readonly Argument<string> _base = new("BASE") { Description = $"What it was: {Source}." };
    private readonly Argument<string> _revision = new("REVISION") { Description = "What it is, named likewise." };

    private readonly ChoiceOption<ApiVersion> _version = new("--version", "Compare the views of this API version.", VersionWords.Choices);

    private readonly Option<bool> _allVersions = new("--all-versions")
    {
        Description = "Compare the views of every API version; each finding tells the versions it is in.",
    };

    private readonly ChoiceOption<ReportFormat> _format = new("--format", "How to write to stdout (text):", Formats);

    private readonly Option<string[]> _reports = new("--report")
    {
        HelpName = "FORMAT=FILE",
        Description = "Write to this file as well, in this format; may be given several times.",
    };

    private readonly ChoiceOption<FindingLevel> _failOn = new(
        "--fail-on", "From which level of either verdict on to end with exit code 1; error without it, none for never.",
        ("error", FindingLevel.Error), ("warn", FindingLevel.Warn), ("info", FindingLevel.Info), ("none", FindingLevel.None));

    private readonly Option<string?> _waivers = new("--waivers")
    {
        HelpName = "FILE",
        Description = "Findings that do not count: a list of waivers, each with rule, location, reason and expires.",
    };

    public ContractDiffCommand(ToolHost host)
        : base("diff", "Tells what has changed between two documents, and whom it breaks: callers on the wire, or code built on the SDK.")
    {
        Add(_base);
        Add(_revision);
        Add(_version);
        Add(_allVersions);
        Add(_format);
        Add(_reports);
        Add(_failOn);
        Add(_waivers);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, ToolHost host, CancellationToken cancellationToken)
    {
        var (before, after) = (parse.GetRequiredValue(_base), parse.GetRequiredValue(_revision));
        var files = (parse.GetValue(_reports) ?? []).Select(ParseReport).ToList();
        RequireSense(parse, before, after);
        var waivers = parse.GetValue(_waivers) is { } path ? WaiverFile.Load(path) : null;

        // Both at once: reading is most of the work.
        var documents = await Task.WhenAll(new[] { before, after }.Select(name =>
            Task.Run(() => LoadAsync(name, host, cancellationToken), cancellationToken)));
        var findings = Compare(parse, documents[0], documents[1]);
        findings = waivers?.Apply(findings, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)) ?? findings;
        var report = new FindingReport($"contract diff {documents[0].File} {documents[1].File}", findings)
        {
            FailOn = parse.GetValue(_failOn) ?? FindingLevel.Error,
        };

        report.Write(parse.GetValue(_format) ?? ReportFormat.Text, host.Out);
        foreach (var (format, file) in files)
        {
            using var writer = new StreamWriter(file) { NewLine = "\n" };
            report.Write(format, writer);
        }

        return report.HasFailed ? ExitCode.Findings : ExitCode.Ok;
    }

    private static Task<ContractDocument> LoadAsync(string name, ToolHost host, CancellationToken cancellationToken) =>
        ContractSource.LoadAsync(name, host.In, new ContractLoadOptions { AcceptsOpenApi31 = true }, cancellationToken);

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

    private static (ReportFormat Format, string File) ParseReport(string text)
    {
        var parts = text.Split('=', 2);
        var known = Formats.Where(format => string.Equals(format.Word, parts[0], StringComparison.OrdinalIgnoreCase)).ToList();
        return known.Count == 1 && parts is [_, { Length: > 0 } file]
            ? (known[0].Value, file)
            : throw new UsageException(
                $"--report is '{text}'; write FORMAT=FILE with one of {string.Join(", ", Formats.Select(format => format.Word))}.");
    }
}

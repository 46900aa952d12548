using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Reports;

/// <summary>The changes of a release for human readers: breaking ones first, then announcements and additions.</summary>
/// <param name="Title">The title, for example <c>Changes from 1.0.0 to 1.1.0</c>.</param>
/// <param name="Findings">The changes.</param>
public sealed record ContractChangelog(string Title, IReadOnlyList<Finding> Findings)
{
    private static readonly string[] Announcements = ["-deprecated", "-sunset", "sunset-"];

    /// <summary>The version of the base; null if it has no semantic version.</summary>
    public ReleaseVersion? BaseVersion { get; init; }

    /// <summary>The declared version of the release; null if absent.</summary>
    public ReleaseVersion? DeclaredVersion { get; init; }

    /// <summary>The impact of the changes.</summary>
    public ReleaseImpact Impact => ReleaseVersion.ImpactOf(Findings);

    /// <summary>The lowest suitable version for the changes: that of the base if nothing changed; null if the base has no semantic
    /// version.</summary>
    public ReleaseVersion? SuggestedVersion => HasChanges ? BaseVersion?.Next(Impact) : BaseVersion;

    private bool HasChanges => Findings.Any(finding => finding.Change is not null);

    /// <summary>Gets whether the declared version is too low for the changes.</summary>
    public bool IsDeclaredTooLow => DeclaredVersion is { } declared && SuggestedVersion is { } suggested && !declared.Covers(suggested);

    /// <summary>Writes the changelog.</summary>
    /// <param name="format">The format.</param>
    /// <param name="writer">The writer to write to.</param>
    public void Write(ChangelogFormat format, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ChangelogPage page = format == ChangelogFormat.Html ? new HtmlChangelogPage(writer) : new MarkdownChangelogPage(writer);
        page.Start(Title);
        page.Paragraph(VersionSentence());
        foreach (var section in Sections().Where(section => section.Findings.Count > 0))
        {
            page.Section(section.Title, section.Findings.Select(Entry));
        }

        page.End();
    }

    private string VersionSentence()
    {
        var reason = Impact switch
        {
            _ when !HasChanges => "none: nothing changed",
            ReleaseImpact.Major => "major: callers or code may break",
            ReleaseImpact.Minor => "minor: nothing breaks",
            _ => "patch: no caller is affected",
        };
        var suggestion = SuggestedVersion is { } version
            ? $"Suggested version: {version} ({reason})."
            : $"Suggested change of the version: {reason}. The base has no semantic version.";
        return DeclaredVersion is null ? suggestion
            : IsDeclaredTooLow ? $"{suggestion} The declared version {DeclaredVersion} is too low."
            : $"{suggestion} The declared version {DeclaredVersion} fits.";
    }

    // A change is listed once, in the most important section.
    private IEnumerable<(string Title, List<Finding> Findings)> Sections()
    {
        var rest = Findings.Where(finding => finding is { Change: not null, Level: > FindingLevel.None }).ToList();
        yield return ("Waived breaking changes", Take(finding => finding is { Waiver: not null, Level: >= FindingLevel.Warn }));
        yield return ("Breaking for deployed callers", Take(finding => finding.Change!.Wire == FindingLevel.Error));
        yield return ("Breaking for code that uses the SDK", Take(finding => finding.Change!.Sdk == FindingLevel.Error));
        yield return ("May break some callers", Take(finding => finding.Level == FindingLevel.Warn));
        yield return ("Deprecations", Take(finding => Array.Exists(Announcements, mark => finding.RuleId.Contains(mark, StringComparison.Ordinal))));
        yield return ("Additions", Take(finding =>
            finding.Change is { Was: null, Is: not null } || finding.RuleId.EndsWith("-added", StringComparison.Ordinal)));
        yield return ("Other changes", rest);

        List<Finding> Take(Predicate<Finding> belongs)
        {
            var taken = rest.FindAll(belongs);
            rest.RemoveAll(belongs);
            return taken;
        }
    }

    private static string Entry(Finding finding)
    {
        const int Named = 3;
        var operations = finding.Change!.Operations;
        var more = operations.Count > Named ? $" and {operations.Count - Named} more" : "";
        var concerned = operations.Count == 0 || operations.Any(operation => finding.Message.StartsWith(operation, StringComparison.Ordinal)
                || finding.Message.Contains($" of {operation}: ", StringComparison.Ordinal)) ? ""
            : $" Concerns {string.Join(", ", operations.Take(Named))}{more}.";
        var versions = finding.Versions.Count == 0 ? "" : $" Versions: {string.Join(", ", finding.Versions)}.";
        var waiver = finding.Waiver is null ? "" : $" Waived: {finding.Waiver.Reason}";
        return PrintableText.Escape($"{finding.Message}{concerned}{versions}{waiver}".ReplaceLineEndings(" "));
    }
}

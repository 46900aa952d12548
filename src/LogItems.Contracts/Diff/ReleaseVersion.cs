using System.Globalization;
using System.Text.RegularExpressions;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff;

/// <summary>The version of a release according to semantic versioning: three numbers.</summary>
/// <remarks>Below 1.0.0 a breaking change raises the second number, and anything else the third. A pre-release such as <c>2.0.0-beta.1</c>
/// comes before the version without the suffix, which covers changes of the same impact.</remarks>
public sealed partial record ReleaseVersion(int Major, int Minor, int Patch)
{
    /// <summary>The suffix of a pre-release, for example <c>beta.1</c>; null for a release.</summary>
    public string? PreRelease { get; init; }

    /// <summary>Reads a version such as <c>1.4.0</c>, <c>v1.4</c> or <c>2.0.0-beta.1</c>; null for any other text.</summary>
    public static ReleaseVersion? Parse(string? text) => Form().Match(text ?? "") is { Success: true } match
        && Number(match, "major") is { } major && Number(match, "minor") is { } minor && Number(match, "patch") is { } patch
            ? new ReleaseVersion(major, minor, patch) { PreRelease = match.Groups["pre"] is { Success: true } pre ? pre.Value : null }
            : null;

    /// <summary>The version of a document (<c>info.version</c>); null if it is not a semantic version.</summary>
    public static ReleaseVersion? Of(ContractDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Parse((document.Find("/info/version") as ContractScalar)?.Text);
    }

    /// <summary>The impact of changes: breaking where one that is not waived is an error or a warning, on the wire or for code.</summary>
    public static ReleaseImpact ImpactOf(IEnumerable<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var greatest = findings.Where(finding => finding is { Change: not null, Waiver: null })
            .Select(finding => finding.Level).DefaultIfEmpty(FindingLevel.None).Max();
        return greatest >= FindingLevel.Warn ? ReleaseImpact.Major
            : greatest == FindingLevel.Info ? ReleaseImpact.Minor
            : ReleaseImpact.Patch;
    }

    /// <summary>The lowest version for the impact; for a pre-release, its own release if that is sufficient.</summary>
    public ReleaseVersion Next(ReleaseImpact impact)
    {
        var isPending = PreRelease is not null;
        return (Major, impact) switch
        {
            (0, ReleaseImpact.Major) => new(0, isPending && Patch == 0 ? Minor : Minor + 1, 0),
            (_, ReleaseImpact.Major) => new(isPending && (Minor, Patch) == (0, 0) ? Major : Major + 1, 0, 0),
            ( > 0, ReleaseImpact.Minor) => new(Major, isPending && Patch == 0 ? Minor : Minor + 1, 0),
            _ => new(Major, Minor, isPending ? Patch : Patch + 1),
        };
    }

    /// <summary>Determines whether the version is at least as high as another one, ignoring suffixes.</summary>
    public bool Covers(ReleaseVersion other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch)) >= 0;
    }

    /// <summary>Returns the version as text: <c>1.4.0</c>, <c>2.0.0-beta.1</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}{(PreRelease is null ? "" : $"-{PreRelease}")}");

    private static int? Number(Match match, string group) =>
        match.Groups[group] is not { Success: true } part ? 0
        : int.TryParse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    [GeneratedRegex(@"^v?(?<major>[0-9]+)(\.(?<minor>[0-9]+)(\.(?<patch>[0-9]+)(-(?<pre>[0-9A-Za-z.-]+))?(\+[0-9A-Za-z.-]+)?)?)?\z")]
    private static partial Regex Form();
}

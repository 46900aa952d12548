using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff;

/// <summary>Merges the findings in the views of single versions and in the whole documents.</summary>
internal static class VersionFindings
{
    /// <summary>The findings of a view, with the verdict on the SDK from the whole documents.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Finding> found, string version, IReadOnlyList<Finding> whole)
    {
        var known = whole.ToDictionary(Key);
        return found.Select(finding =>
        {
            var change = finding.Change! with { Sdk = known.GetValueOrDefault(Key(finding))?.Change!.Sdk ?? FindingLevel.None };
            return finding with { Change = change, Level = FindingAssembly.MoreSevere(change), Versions = [version] };
        });
    }

    public static IEnumerable<Finding> Merge(IEnumerable<Finding> perVersion, IReadOnlyList<Finding> whole)
    {
        var merged = perVersion.GroupBy(Key).Select(Merge).ToList();
        var seen = merged.Select(Key).ToHashSet();
        var ofSdk = whole.Where(finding => finding.Change!.Sdk != FindingLevel.None && !seen.Contains(Key(finding)))
            .Select(finding => finding with
            {
                Change = finding.Change! with { Wire = FindingLevel.None },
                Level = finding.Change.Sdk,
            });
        return merged.Concat(ofSdk);
    }

    private static Finding Merge(IEnumerable<Finding> same)
    {
        var findings = same.ToList();
        var gravest = findings.MaxBy(finding => finding.Level)!;
        return gravest with
        {
            Versions = [.. findings.SelectMany(finding => finding.Versions).Distinct()],
            Change = gravest.Change! with
            {
                Operations = [.. findings.SelectMany(finding => finding.Change!.Operations).Distinct().Order(StringComparer.Ordinal)],
            },
        };
    }

    // Views keep the locations of their source.
    private static (string, string, string, string?, string?) Key(Finding finding) => (
        finding.RuleId, finding.Change!.Base.Pointer, finding.Change.Revision.Pointer, finding.Change.Was, finding.Change.Is);
}

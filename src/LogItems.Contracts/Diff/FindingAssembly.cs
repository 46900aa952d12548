using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Comparers;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff;

/// <summary>Turns detected changes into findings.</summary>
internal sealed class FindingAssembly
{
    private readonly ContractDocument _before;
    private readonly ContractDocument _after;

    private FindingAssembly(Comparison comparison) =>
        (_before, _after) = (comparison.Before.Document, comparison.After.Document);

    public static IReadOnlyList<Finding> Assemble(Comparison comparison)
    {
        var assembly = new FindingAssembly(comparison);
        var changes =
            from site in comparison.Sites
            where site.Changes.Count > 0
            let operations = site.Operations().ToList()
            from change in site.Changes
            select new ConcernedChange(change, operations);
        var unique = changes.GroupBy(item => item.Change.Identity).Select(ConcernedChange.Merge).ToList();
        return Sort(Moves.Merge(unique).Select(assembly.Finding));
    }

    public static IReadOnlyList<Finding> Sort(IEnumerable<Finding> findings) =>
    [
        .. findings
            .OrderBy(finding => finding.Location.Line)
            .ThenBy(finding => finding.Location.Column)
            .ThenBy(finding => finding.Change!.Base.Line)
            .ThenBy(finding => finding.RuleId, StringComparer.Ordinal)
            .ThenBy(finding => finding.Change!.Was, StringComparer.Ordinal)
            .ThenBy(finding => finding.Change!.Is, StringComparer.Ordinal),
    ];

    public static FindingLevel MoreSevere(Change change) => change.Wire > change.Sdk ? change.Wire : change.Sdk;

    private Finding Finding(ConcernedChange item)
    {
        var (detected, operations) = item;
        // Changes of unstable operations break no promise.
        var isPromised = operations.Count == 0 || operations.Any(operation => operation.IsStable);
        var change = new Change(
            isPromised ? detected.Wire : AtMostInfo(detected.Wire), isPromised ? detected.Sdk : AtMostInfo(detected.Sdk),
            detected.Before.Location, detected.After.Location, detected.Was, detected.Is)
        {
            Operations = [.. operations.Select(operation => operation.Name).Distinct().Order(StringComparer.Ordinal)],
        };
        return new Finding(detected.Rule.Id, MoreSevere(change), Message(detected), detected.After.Location) { Change = change };
    }

    private string Message(DetectedChange change)
    {
        var subject = change.Is is null && change.Was is not null
            ? Subject.AtStart(_before, change.Before.Location.Pointer)
            : Subject.AtStart(_after, change.After.Location.Pointer);
        return $"{subject}: {change.Rule.Sentence(Short(change.Was), Short(change.Is), change.Consequence)}";
    }

    private static string? Short(string? value) => value is null ? null : NodeText.Shorten(value);

    private static FindingLevel AtMostInfo(FindingLevel level) => level > FindingLevel.Info ? FindingLevel.Info : level;
}

namespace LogItems.Contracts.Diff.Detection;

/// <summary>A change, and the operations that it concerns.</summary>
internal sealed record ConcernedChange(DetectedChange Change, IReadOnlyList<ComparedOperation> Operations)
{
    /// <summary>The same change, reached by several paths.</summary>
    public static ConcernedChange Merge(IEnumerable<ConcernedChange> same)
    {
        var items = same.ToList();
        return new ConcernedChange(
            items.MaxBy(item => item.Change.Wire)!.Change with { Sdk = items.Max(item => item.Change.Sdk) },
            [.. items.SelectMany(item => item.Operations).Distinct()]);
    }
}

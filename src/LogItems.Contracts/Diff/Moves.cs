using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff;

/// <summary>Merges the removal of a property from one object and its addition to another into one change.</summary>
internal static class Moves
{
    public static IEnumerable<ConcernedChange> Merge(IReadOnlyList<ConcernedChange> changes)
    {
        var moves = changes.Where(item => item.Change.Trace is not null).GroupBy(item => item.Change.Trace!)
            .Select(Move).OfType<(ConcernedChange, ConcernedChange, ConcernedChange)>().ToList();
        var replaced = moves.SelectMany(move => new[] { move.Item1, move.Item2 }).ToHashSet();
        return changes.Where(item => !replaced.Contains(item)).Concat(moves.Select(move => move.Item3));
    }

    private static (ConcernedChange Removal, ConcernedChange Addition, ConcernedChange Move)? Move(
        IGrouping<ChangeTrace, ConcernedChange> same)
    {
        var removals = same.Where(item => item.Change.Is is null).ToList();
        var additions = same.Where(item => item.Change.Was is null).ToList();
        if (removals.Count != 1 || additions.Count != 1 || !removals[0].Operations.Intersect(additions[0].Operations).Any())
        {
            return null;
        }

        var (removal, addition) = (removals[0], additions[0]);
        var (was, current) = (removal.Change.Before, addition.Change.After);
        var rule = ChangeRules.Get("property-moved", same.Key.Location);
        var move = new DetectedChange(rule, was, current, Owner(was), Owner(current));
        return (removal, addition, new ConcernedChange(move, [.. removal.Operations.Union(addition.Operations)]));
    }

    private static string Owner(ContractNode property) => property.Location.Pointer;
}

using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The operations of the base with their counterparts in the revision.</summary>
internal sealed class OperationPairs
{
    private readonly List<ContractOperation> _removed;
    private readonly List<ContractOperation> _added;

    public OperationPairs(ContractDocument before, ContractDocument after)
    {
        _removed = [.. ContractOperation.All(before)];
        _added = [.. ContractOperation.All(after)];
        var pairs = new List<(ContractOperation, ContractOperation)>();
        Take(operation => $"{operation.Method} {operation.Path}", pairs);
        Take(operation => $"{operation.Method} {operation.Template}", pairs);
        Take(
            operation => $"{operation.Method} {operation.EffectiveTemplate(before)}",
            operation => $"{operation.Method} {operation.EffectiveTemplate(after)}", pairs);
        Take(operation => operation.Id is null ? null : $"{operation.Method} {operation.Id}", pairs);
        Take(operation => operation.Id is null ? $"{operation.Method} {operation.Map.ToJson()}" : null, pairs);
        Pairs = pairs;
    }

    public IReadOnlyList<(ContractOperation Before, ContractOperation After)> Pairs { get; }

    public IReadOnlyList<ContractOperation> Removed => _removed;

    public IReadOnlyList<ContractOperation> Added => _added;

    private void Take(Func<ContractOperation, string?> mark, List<(ContractOperation, ContractOperation)> pairs) => Take(mark, mark, pairs);

    private void Take(
        Func<ContractOperation, string?> mark, Func<ContractOperation, string?> otherMark, List<(ContractOperation, ContractOperation)> pairs)
    {
        var (before, after) = (Unique(_removed, mark), Unique(_added, otherMark));
        foreach (var (key, operation) in before)
        {
            if (after.TryGetValue(key, out var same))
            {
                _removed.Remove(operation);
                _added.Remove(same);
                pairs.Add((operation, same));
            }
        }
    }

    private static Dictionary<string, ContractOperation> Unique(List<ContractOperation> operations, Func<ContractOperation, string?> mark) =>
        operations.Select(operation => (Key: mark(operation), operation))
            .Where(pair => pair.Key is not null)
            .GroupBy(pair => pair.Key!, StringComparer.Ordinal)
            .Where(group => group.Count() == 1)
            .ToDictionary(group => group.Key, group => group.Single().operation, StringComparer.Ordinal);
}

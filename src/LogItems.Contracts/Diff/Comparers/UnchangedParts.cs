using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>The parts that are identical in two documents, including everything that they refer to, so that they cannot contain changes.</summary>
internal sealed class UnchangedParts
{
    private static readonly string[] References = ["$ref", "$dynamicRef"];

    private readonly bool _isComparable;
    private readonly HashSet<string> _changed = new(StringComparer.Ordinal);

    public UnchangedParts(ContractDocument before, ContractDocument after)
    {
        _isComparable = before.IsOpenApi30 == after.IsOpenApi30;
        var users = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        var open = new Stack<string>();
        foreach (var reference in _isComparable ? ReferencesIn(after.Root).ToHashSet(StringComparer.Ordinal) : [])
        {
            var (was, current) = (before.FindReference(reference), after.FindReference(reference));
            if (was is null || current is null || !AreEqual(was, current))
            {
                open.Push(reference);
                continue;
            }

            foreach (var used in ReferencesIn(current))
            {
                (users.TryGetValue(used, out var known) ? known : users[used] = []).Add(reference);
            }
        }

        // A part that refers to a changed one counts as changed.
        while (open.TryPop(out var changed))
        {
            if (_changed.Add(changed) && users.TryGetValue(changed, out var all))
            {
                all.ForEach(open.Push);
            }
        }
    }

    /// <summary>Determines whether two nodes, including what they refer to, are unchanged.</summary>
    public bool Are(ContractNode? before, ContractNode? after) => _isComparable && (before is null || after is null
        ? before == after
        : AreEqual(before, after) && !ReferencesIn(after).Any(_changed.Contains));

    /// <summary>Determines whether the schemas of one value are unchanged.</summary>
    public bool Are(IReadOnlyList<ContractNode> before, IReadOnlyList<ContractNode> after) =>
        before.Count == after.Count && before.Zip(after).All(pair => Are(pair.First, pair.Second));

    /// <summary>Determines whether an operation, including its path item, is unchanged.</summary>
    public bool Are(ContractOperation before, ContractOperation after) =>
        before.Path == after.Path && Are(before.Map, after.Map)
        && Are(before.PathItem["parameters"], after.PathItem["parameters"]) && Are(before.PathItem["servers"], after.PathItem["servers"]);

    private static bool AreEqual(ContractNode before, ContractNode after)
    {
        switch (before, after)
        {
            case (ContractScalar was, ContractScalar current):
                return was.Kind == current.Kind && was.Text == current.Text;
            case (ContractMap was, ContractMap current):
                var entries = was.Span;
                var others = current.Span;
                for (var index = 0; index < entries.Length && entries.Length == others.Length; index++)
                {
                    if (entries[index].Key != others[index].Key || !AreEqual(entries[index].Value, others[index].Value))
                    {
                        return false;
                    }
                }

                return entries.Length == others.Length;
            case (ContractList was, ContractList current):
                for (var index = 0; index < was.Items.Count && was.Items.Count == current.Items.Count; index++)
                {
                    if (!AreEqual(was.Items[index], current.Items[index]))
                    {
                        return false;
                    }
                }

                return was.Items.Count == current.Items.Count;
            default:
                return false;
        }
    }

    private static List<string> ReferencesIn(ContractNode node)
    {
        var references = new List<string>();
        AddTo(references, node);
        return references;
    }

    private static void AddTo(List<string> references, ContractNode node)
    {
        switch (node)
        {
            case ContractMap map:
                foreach (ref readonly var entry in map.Span)
                {
                    if (entry is { Key: ['$', ..], Value: ContractScalar { IsString: true } reference } && References.Contains(entry.Key))
                    {
                        references.Add(reference.Text);
                    }
                    else
                    {
                        AddTo(references, entry.Value);
                    }
                }

                break;
            case ContractList list:
                foreach (var item in list.Items)
                {
                    AddTo(references, item);
                }

                break;
        }
    }
}

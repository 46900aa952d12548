using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>A part of both documents that is compared once, however many operations use it.</summary>
internal sealed class ComparisonNode
{
    private readonly List<ComparisonNode> _users = [];
    private object? _lastVisit;

    private ComparisonNode()
    {
    }

    public List<DetectedChange> Changes { get; } = [];

    /// <summary>The operation, if the node is one.</summary>
    public ComparedOperation? Operation { get; private init; }

    public static ComparisonNode OfDocument() => new();

    public static ComparisonNode OfOperation(ComparedOperation operation) => new() { Operation = operation };

    public static ComparisonNode UsedBy(ComparisonNode user) => new() { _users = { user } };

    public void AddUser(ComparisonNode user) => _users.Add(user);

    public void Add(string ruleId, ContractNode before, ContractNode after, string? was, string? current) =>
        Changes.Add(new DetectedChange(ChangeRules.Get(ruleId), before, after, was, current));

    /// <summary>Adds a change whose meaning differs from that of its rule.</summary>
    public void Add(
        string ruleId, ContractNode before, ContractNode after, string? was, string? current, FindingLevel wire, string consequence) =>
        Changes.Add(new DetectedChange(ChangeRules.Get(ruleId), before, after, was, current).With(wire, consequence));

    /// <summary>The operations that use the node, directly or indirectly.</summary>
    public IEnumerable<ComparedOperation> Operations()
    {
        // A mark on the node is cheaper than a set of nodes: in large documents, nearly all nodes are connected.
        var visit = _lastVisit = new object();
        var open = new Stack<ComparisonNode>([this]);
        while (open.TryPop(out var site))
        {
            if (site.Operation is { } operation)
            {
                yield return operation;
            }

            foreach (var user in site._users)
            {
                if (user._lastVisit != visit)
                {
                    user._lastVisit = visit;
                    open.Push(user);
                }
            }
        }
    }
}

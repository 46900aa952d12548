using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The schemas that describe one value together: the only place where references and compositions are followed.</summary>
internal static class SchemaParts
{
    private static readonly string[] Choices = ["anyOf", "oneOf"];

    /// <summary>All alternatives.</summary>
    public static IEnumerable<ContractNode> All(string keyword, IReadOnlyList<ContractNode> alternatives) => alternatives;

    /// <summary>No alternative.</summary>
    public static IEnumerable<ContractNode> None(string keyword, IReadOnlyList<ContractNode> alternatives) => [];

    /// <summary>Returns the schemas, what they refer to and the parts of their <c>allOf</c>, each once and in their order.</summary>
    /// <param name="document">The document of the schemas.</param>
    /// <param name="schemas">The schemas of one value.</param>
    /// <param name="choose">Which alternatives of <c>anyOf</c> and <c>oneOf</c> describe the value.</param>
    /// <param name="follow">Takes each reference that is followed.</param>
    public static List<ContractMap> Of(
        ContractDocument document, IEnumerable<ContractNode> schemas,
        Func<string, IReadOnlyList<ContractNode>, IEnumerable<ContractNode>> choose, Action<string>? follow = null)
    {
        var parts = new List<ContractMap>();
        var seen = new HashSet<ContractNode>();
        // A stack of its own: parts can refer to parts without end.
        var open = new Stack<ContractNode>(schemas.Reverse());
        while (open.TryPop(out var node))
        {
            if (node is not ContractMap schema || !seen.Add(schema))
            {
                continue;
            }

            if (schema.TryGetString("$ref", out var reference))
            {
                follow?.Invoke(reference);
                open.Push(document.FindReference(reference)!);
                continue;
            }

            parts.Add(schema);
            foreach (var keyword in Choices)
            {
                PushAll(open, choose(keyword, schema.ItemsOf(keyword)));
            }

            PushAll(open, schema.ItemsOf("allOf"));
        }

        return parts;
    }

    private static void PushAll(Stack<ContractNode> open, IEnumerable<ContractNode> schemas)
    {
        foreach (var schema in schemas.Reverse())
        {
            open.Push(schema);
        }
    }
}

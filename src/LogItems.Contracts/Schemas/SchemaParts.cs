using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>The schemas that together describe one value. References and compositions are followed only here.</summary>
internal static class SchemaParts
{
    private static readonly string[] Choices = ["anyOf", "oneOf"];
    private static readonly string[] Conditions = ["then", "else"];
    private static readonly string[] References = ["$ref", "$dynamicRef"];

    /// <summary>All alternatives.</summary>
    public static IEnumerable<ContractNode> All(string keyword, IReadOnlyList<ContractNode> alternatives) => alternatives;

    /// <summary>No alternative.</summary>
    public static IEnumerable<ContractNode> None(string keyword, IReadOnlyList<ContractNode> alternatives) => [];

    /// <summary>The schema of an item: that of its position, or <c>items</c>.</summary>
    public static ContractNode? OfItem(ContractMap schema, int index) =>
        schema.ItemsOf("prefixItems") is { } first && index < first.Count ? first[index] : schema["items"];

    /// <summary>The schema, unless every value matches it: <c>true</c> and <c>{}</c> are equivalent to no schema.</summary>
    public static ContractNode? Limiting(ContractNode? schema) =>
        schema is ContractScalar { Kind: ScalarKind.Boolean, Text: "true" } or ContractMap { Entries.Count: 0 } ? null : schema;

    /// <summary>Returns the schemas, their references and the parts of their <c>allOf</c>, each once and in order.</summary>
    /// <param name="document">The document of the schemas.</param>
    /// <param name="schemas">The schemas of one value.</param>
    /// <param name="choose">Selects the alternatives of <c>anyOf</c> and <c>oneOf</c>, and the schemas of <c>then</c>, <c>else</c> and
    /// <c>dependentSchemas</c>, that describe the value.</param>
    /// <param name="follow">Called for each reference that is followed.</param>
    public static List<ContractMap> Of(
        ContractDocument document, IEnumerable<ContractNode> schemas,
        Func<string, IReadOnlyList<ContractNode>, IEnumerable<ContractNode>> choose, Action<string>? follow = null)
    {
        var parts = new List<ContractMap>();
        var seen = new HashSet<ContractNode>();
        // An explicit stack, because parts can refer to each other indefinitely.
        var open = new Stack<ContractNode>(schemas.Reverse());
        while (open.TryPop(out var node))
        {
            if (node is not ContractMap schema || !seen.Add(schema))
            {
                continue;
            }

            var isReference = schema.Has("$ref");
            foreach (var keyword in References)
            {
                if (schema.TryGetString(keyword, out var reference) && document.FindReference(reference) is { } target)
                {
                    follow?.Invoke(reference);
                    open.Push(target);
                }
            }

            // Keywords beside a reference count since OpenAPI 3.1.
            if (isReference && (document.IsOpenApi30 || schema.Entries.Count == 1))
            {
                continue;
            }

            parts.Add(schema);
            foreach (var keyword in Choices)
            {
                PushAll(open, choose(keyword, schema.ItemsOf(keyword)));
            }

            foreach (var keyword in Conditions)
            {
                PushAll(open, schema.Has("if") && schema[keyword] is { } consequence ? choose(keyword, [consequence]) : []);
            }

            PushAll(open, choose("dependentSchemas", [.. schema.EntriesOf("dependentSchemas").Select(entry => entry.Value)]));
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

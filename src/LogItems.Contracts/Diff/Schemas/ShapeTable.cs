namespace LogItems.Contracts;

/// <summary>The shapes of the schemas of a document; the same schema has the same shape, so that cycles can be seen.</summary>
internal sealed class ShapeTable(ContractDocument document)
{
    private const string Schemas = "#/components/schemas/";
    private readonly Dictionary<ContractNode, SchemaShape> single = [];
    private readonly Dictionary<string, SchemaShape> merged = new(StringComparer.Ordinal);

    public ContractDocument Document => document;

    public SchemaShape Of(ContractNode node)
    {
        if (!single.TryGetValue(node, out var shape))
        {
            single.Add(node, shape = Flatten([node]));
        }

        return shape;
    }

    /// <summary>The shape of a value that several schemas describe.</summary>
    public SchemaShape Of(IReadOnlyList<ContractNode> nodes)
    {
        if (nodes.Count == 1)
        {
            return Of(nodes[0]);
        }

        var key = string.Join('\n', nodes.Select(node => node.Location.Pointer));
        if (!merged.TryGetValue(key, out var shape))
        {
            merged.Add(key, shape = Flatten(nodes));
        }

        return shape;
    }

    private SchemaShape Flatten(IReadOnlyList<ContractNode> nodes)
    {
        var flattened = new Flattened();
        foreach (var node in nodes)
        {
            Flatten(node, flattened);
        }

        return new SchemaShape(
            flattened.Parts.FirstOrDefault() ?? nodes[0], flattened.Name, flattened.Parts, flattened.Alternatives);
    }

    private void Flatten(ContractNode node, Flattened into)
    {
        if (node is ContractMap map && map.TryGetString("$ref", out var reference))
        {
            if (reference.StartsWith(Schemas, StringComparison.Ordinal))
            {
                into.Name ??= reference[Schemas.Length..];
            }

            Flatten(document.FindReference(reference)!, into);
            return;
        }

        if (node is not ContractMap schema || into.Parts.Contains(schema))
        {
            return;
        }

        into.Parts.Add(schema);
        foreach (var part in (schema["allOf"] as ContractList)?.Items ?? [])
        {
            Flatten(part, into);
        }

        Branch(schema, "oneOf", into);
        Branch(schema, "anyOf", into);
    }

    private void Branch(ContractMap schema, string keyword, Flattened into)
    {
        var branches = (schema[keyword] as ContractList)?.Items ?? [];
        if (branches.Count == 1)
        {
            Flatten(branches[0], into);
            return;
        }

        into.Alternatives.AddRange(branches.Select(branch => new SchemaAlternative(keyword, branch)));
    }

    private sealed class Flattened
    {
        public string? Name { get; set; }

        public List<ContractMap> Parts { get; } = [];

        public List<SchemaAlternative> Alternatives { get; } = [];
    }
}

namespace LogItems.Contracts.Documents;

/// <summary>The properties of an object that is described in several parts, as with <c>allOf</c>.</summary>
internal static class SchemaFamily
{
    private static readonly string[] Keywords = ["allOf", "anyOf", "oneOf"];

    /// <summary>The names that <c>required</c> in this schema can mean, each with the versions in which it is a property.</summary>
    public static Dictionary<string, VersionSet> PropertyVersions(ContractDocument document, Element schema)
    {
        var names = new Dictionary<string, VersionSet>(StringComparer.Ordinal);
        Collect(document, WholeOf(schema).Node, names, []);
        return names;
    }

    // A part may require what another part of the same object declares.
    private static Element WholeOf(Element schema) => schema.Parent switch
    {
        { Kind: ElementKind.SchemaList, Parent: { } whole } => WholeOf(whole),
        { IsSchema: true } whole when schema.Key == "not" => WholeOf(whole),
        _ => schema,
    };

    private static void Collect(
        ContractDocument document, ContractNode node, Dictionary<string, VersionSet> names, HashSet<ContractNode> seen)
    {
        if (document.Resolve(node) is not ContractMap schema || !seen.Add(schema))
        {
            return;
        }

        foreach (var (name, property) in (schema["properties"] as ContractMap)?.Entries ?? [])
        {
            names[name] = names.GetValueOrDefault(name) | Annotation.VersionsOf(property);
        }

        foreach (var part in Parts(schema))
        {
            Collect(document, part, names, seen);
        }
    }

    private static IEnumerable<ContractNode> Parts(ContractMap schema) =>
        Keywords.SelectMany(keyword => (schema[keyword] as ContractList)?.Items ?? []);
}

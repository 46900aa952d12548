namespace LogItems.Contracts.Documents;

/// <summary>Says a document of OpenAPI 3.1 in the words of 3.0, or refuses it where 3.0 has none.</summary>
internal sealed class OpenApi31
{
    private static readonly HashSet<string> WithoutWord = new(StringComparer.Ordinal)
    {
        "if", "then", "else", "prefixItems", "patternProperties", "propertyNames", "contains", "minContains", "maxContains",
        "dependentRequired", "dependentSchemas", "unevaluatedProperties", "unevaluatedItems", "$dynamicRef", "$dynamicAnchor",
        "$id", "$anchor", "$defs", "contentSchema", "contentEncoding", "contentMediaType",
    };

    private OpenApi31()
    {
    }

    public static ContractMap ToOpenApi30(ContractMap root)
    {
        if (root["webhooks"] is ContractMap { Entries.Count: > 0 } webhooks)
        {
            throw Refuse(webhooks, "webhooks");
        }

        // The grammar takes its bearings from a document, not from its version.
        return (ContractMap)Translate(Element.Root(new ContractDocument(root, root.Location.File)));
    }

    private static ContractNode Translate(Element element) => element.Node switch
    {
        ContractMap map when element.Kind != ElementKind.Data => element.IsSchema ? Schema(element, map) : Map(element, map),
        ContractList list when element.Kind != ElementKind.Data =>
            new ContractList([.. element.Children().Select(Translate)], list.Location),
        ContractScalar { Kind: ScalarKind.Boolean } scalar when element.IsSchema && element.Key != "additionalProperties" =>
            throw Refuse(scalar, $"the schema '{scalar.Text}'"),
        var node => node,
    };

    private static ContractMap Map(Element element, ContractMap map) =>
        new([.. element.Children().Select(child => new KeyValuePair<string, ContractNode>(child.Key, Translate(child)))], map.Location);

    private static ContractMap Schema(Element element, ContractMap schema)
    {
        if (schema.Entries.FirstOrDefault(entry => WithoutWord.Contains(entry.Key)) is { Key: { } keyword, Value: { } value })
        {
            throw Refuse(value, $"'{keyword}'");
        }

        var entries = new List<KeyValuePair<string, ContractNode>>();
        foreach (var child in element.Children())
        {
            entries.AddRange(Keyword(child, schema));
        }

        return new ContractMap([.. entries.DistinctBy(entry => entry.Key)], schema.Location);
    }

    private static IEnumerable<KeyValuePair<string, ContractNode>> Keyword(Element child, ContractMap schema) =>
        (child.Key, child.Node) switch
        {
            ("type", ContractList types) => Types(types),
            ("oneOf" or "anyOf", ContractList list) when list.Items.Any(IsNull) => Alternatives(child, list),
            ("const", var value) => [new("enum", new ContractList([value], value.Location))],
            ("exclusiveMinimum", ContractScalar { Kind: ScalarKind.Number } bound) => Exclusive("minimum", child.Key, bound, schema),
            ("exclusiveMaximum", ContractScalar { Kind: ScalarKind.Number } bound) => Exclusive("maximum", child.Key, bound, schema),
            // Beside a reference 3.0 ignores everything.
            ("$ref", var reference) when schema.Entries.Count > 1 && !schema.Has("allOf") => [new("allOf", InList(reference))],
            ("examples", _) => [],
            _ => [new(child.Key, Translate(child))],
        };

    private static IEnumerable<KeyValuePair<string, ContractNode>> Types(ContractList types)
    {
        var others = types.Items.OfType<ContractScalar>().Where(type => type.Text != "null").ToList();
        if (others.Count > 1)
        {
            throw Refuse(types, "a list of types");
        }

        if (others.Count == 1)
        {
            yield return new("type", others[0]);
        }

        if (others.Count < types.Items.Count)
        {
            yield return new("nullable", True(types));
        }
    }

    private static IEnumerable<KeyValuePair<string, ContractNode>> Alternatives(Element keyword, ContractList list) =>
    [
        new(keyword.Key, new ContractList(
            [.. keyword.Children().Where(child => !IsNull(child.Node)).Select(Translate)], list.Location)),
        new("nullable", True(list)),
    ];

    private static IEnumerable<KeyValuePair<string, ContractNode>> Exclusive(
        string word, string keyword, ContractScalar bound, ContractMap schema)
    {
        // Of two bounds at the same end 3.0 can keep one only.
        if (schema[word] is not null)
        {
            throw Refuse(bound, $"'{keyword}' beside '{word}'");
        }

        return [new(word, bound), new(keyword, True(bound))];
    }

    private static ContractList InList(ContractNode reference) =>
        new([new ContractMap([new("$ref", reference)], reference.Location)], reference.Location);

    private static bool IsNull(ContractNode schema) => schema is ContractMap map && map["type"] is ContractScalar { Text: "null" };

    private static ContractScalar True(ContractNode place) => new(ScalarKind.Boolean, "true", place.Location);

    private static ContractLoadException Refuse(ContractNode node, string words) => new(
        node.Location, $"OpenAPI 3.0 has no word for {words} of 3.1.", "Say it in the words of OpenAPI 3.0, or leave it out.");
}

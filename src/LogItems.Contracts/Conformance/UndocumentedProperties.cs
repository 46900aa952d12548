using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Finds the properties of a value that no applicable schema names or explicitly allows.</summary>
internal sealed class UndocumentedProperties(ContractDocument view, SchemaValidator schemas)
{
    private static readonly string[] Shaping = ["type", "properties", "patternProperties", "additionalProperties", "unevaluatedProperties"];
    private static readonly string[] ForOthers = ["additionalProperties", "unevaluatedProperties"];

    public IEnumerable<ValuePath> Find(ContractNode schema, JsonElement value) => Find([schema], value, ValuePath.Root);

    private IEnumerable<ValuePath> Find(List<ContractNode> applied, JsonElement value, ValuePath path)
    {
        var parts = SchemaParts.Of(view, applied, (_, alternatives) => Applying(alternatives, value));
        return value.ValueKind switch
        {
            JsonValueKind.Object => value.EnumerateObject().SelectMany(property => FindIn(parts, property, path)),
            JsonValueKind.Array => value.EnumerateArray().SelectMany((item, index) =>
                Find([.. parts.Select(part => SchemaParts.OfItem(part, index)).OfType<ContractNode>()], item, path.Child(index))),
            _ => [],
        };
    }

    private IEnumerable<ValuePath> FindIn(List<ContractMap> parts, JsonProperty property, ValuePath path)
    {
        // A schema that does not restrict the shape allows anything explicitly.
        if (parts.TrueForAll(part => !Shaping.Any(part.Has)))
        {
            return [];
        }

        var name = JsonText.NameOf(property);
        var here = path.Child(name);
        var describing = parts.SelectMany(part => Describing(part, name)).ToList();
        return describing.Count == 0 ? [here] : Find(describing, property.Value, here);
    }

    // 'additionalProperties: false' forbids the property, which the schema check has reported already.
    private List<ContractNode> Describing(ContractMap part, string name)
    {
        List<ContractNode> named = (part["properties"] as ContractMap)?[name] is { } property ? [property] : [];
        named.AddRange(part.EntriesOf("patternProperties")
            .Where(entry => schemas.Matches(entry.Key, name)).Select(entry => entry.Value));
        return named.Count > 0 ? named : [.. ForOthers.Select(keyword => part[keyword]).OfType<ContractNode>()];
    }

    /// <summary>The alternatives that the value matches, or all if it matches none, so that a violation does not cause further
    /// findings.</summary>
    private IReadOnlyList<ContractNode> Applying(IReadOnlyList<ContractNode> alternatives, JsonElement value) =>
        alternatives.Where(alternative => schemas.Validate(alternative, value).Count == 0).ToList() is { Count: > 0 } matching
            ? matching
            : alternatives;
}

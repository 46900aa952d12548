using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private void CheckArray(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        if (HasSize(schema, "minItems", "maxItems"))
        {
            CheckSize(schema, ("minItems", "maxItems"), value.GetArrayLength(), path, "items");
        }

        if (schema.IsTrue("uniqueItems") && !AreUnique(value))
        {
            Add(schema, "uniqueItems", path, "An item occurs twice.");
        }

        var first = evaluated is null ? [] : schema.ItemsOf("prefixItems");
        var rest = schema["items"];
        foreach (var (index, item) in value.EnumerateArray().Index())
        {
            if ((index < first.Count ? first[index] : rest) is { } described)
            {
                evaluated?.AddItem(index);
                Visit(described, item, path.Child(index));
            }
        }

        if (evaluated is not null)
        {
            CheckContains(schema, value, path, evaluated);
        }
    }

    private static bool AreUnique(JsonElement array)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return array.EnumerateArray().All(item => seen.Add(CanonicalJson.Of(item)));
    }

    private void CheckObject(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        var described = new DescribedProperties(
            schema["properties"] as ContractMap, evaluated is null ? [] : schema.EntriesOf("patternProperties"), schema["additionalProperties"]);
        var required = schema.ItemsOf("required");
        var isSized = HasSize(schema, "minProperties", "maxProperties");
        var present = isSized || required.Count > 0 ? new HashSet<string>(StringComparer.Ordinal) : null;
        var hasNames = evaluated is not null && schema.Has("propertyNames");
        if (present is null && described.IsEmpty && !hasNames)
        {
            return;
        }

        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            present?.Add(name);
            if (!described.IsEmpty || hasNames)
            {
                CheckProperty(schema, described, (name, property.Value), path.Child(name), evaluated);
            }
        }

        if (isSized)
        {
            CheckSize(schema, ("minProperties", "maxProperties"), present!.Count, path, "properties");
        }

        foreach (var name in required.OfType<ContractScalar>())
        {
            if (!present!.Contains(name.Text) && !IsHidden(described.Named?[name.Text]))
            {
                Errors.Add(new SchemaError(
                    path.ToString(), "required", name.Location, $"The required property '{NodeText.Shorten(name.Text)}' is missing."));
            }
        }
    }

    private bool IsHidden(ContractNode? property) => hidden is not null && document.ResolveMap(property)?.IsTrue(hidden) == true;

    private void CheckProperty(
        ContractMap schema, DescribedProperties described, (string Name, JsonElement Value) property, ValuePath path, EvaluatedParts? evaluated)
    {
        var isDescribed = false;
        if (described.Named?[property.Name] is { } named)
        {
            isDescribed = true;
            Visit(named, property.Value, path);
        }

        if (evaluated is not null)
        {
            CheckName(schema, property.Name, path);
            foreach (var (pattern, matching) in described.ByPattern)
            {
                if (patterns.Match(pattern, property.Name) == PatternVerdict.Match)
                {
                    isDescribed = true;
                    Visit(matching, property.Value, path);
                }
            }
        }

        if (!isDescribed && described.Others is { } additional)
        {
            isDescribed = true;
            if (additional is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" })
            {
                Add(schema, "additionalProperties", path, $"The property '{NodeText.Shorten(property.Name)}' is not allowed.");
            }
            else
            {
                Visit(additional, property.Value, path);
            }
        }

        if (isDescribed)
        {
            evaluated?.AddProperty(property.Name);
        }
    }

    private void CheckName(ContractMap schema, string name, ValuePath path)
    {
        if (schema["propertyNames"] is { } names)
        {
            Visit(names, JsonElement.Parse(JsonValue.Create(name).ToJsonString()), path.Child(""));
        }
    }

    /// <summary>The schemas of properties: by name, by pattern, and for all others.</summary>
    private readonly record struct DescribedProperties(
        ContractMap? Named, IReadOnlyList<KeyValuePair<string, ContractNode>> ByPattern, ContractNode? Others)
    {
        public bool IsEmpty => Named is null && ByPattern.Count == 0 && Others is null;
    }
}

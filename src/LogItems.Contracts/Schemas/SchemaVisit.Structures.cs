using System.Text.Json;
using System.Text.Json.Nodes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private void CheckArray(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        CheckSize(schema, ("minItems", "maxItems"), value.GetArrayLength(), path, "items");
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
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            present.Add(name);
            CheckProperty(schema, name, property.Value, path.Child(name), evaluated);
        }

        CheckSize(schema, ("minProperties", "maxProperties"), present.Count, path, "properties");
        foreach (var name in (schema["required"] as ContractList)?.Items.OfType<ContractScalar>() ?? [])
        {
            if (!present.Contains(name.Text))
            {
                Errors.Add(new SchemaError(
                    path.ToString(), "required", name.Location, $"The required property '{NodeText.Shorten(name.Text)}' is missing."));
            }
        }
    }

    private void CheckProperty(ContractMap schema, string name, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        var isDescribed = false;
        if ((schema["properties"] as ContractMap)?[name] is { } named)
        {
            isDescribed = true;
            Visit(named, value, path);
        }

        if (evaluated is not null)
        {
            CheckName(schema, name, path);
            foreach (var (pattern, matching) in schema.EntriesOf("patternProperties"))
            {
                if (patterns.Match(pattern, name) == PatternVerdict.Match)
                {
                    isDescribed = true;
                    Visit(matching, value, path);
                }
            }
        }

        if (!isDescribed && schema["additionalProperties"] is { } additional)
        {
            isDescribed = true;
            if (additional is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" })
            {
                Add(schema, "additionalProperties", path, $"The property '{NodeText.Shorten(name)}' is not allowed.");
            }
            else
            {
                Visit(additional, value, path);
            }
        }

        if (isDescribed)
        {
            evaluated?.AddProperty(name);
        }
    }

    private void CheckName(ContractMap schema, string name, ValuePath path)
    {
        if (schema["propertyNames"] is { } names)
        {
            Visit(names, JsonElement.Parse(JsonValue.Create(name).ToJsonString()), path.Child(""));
        }
    }
}

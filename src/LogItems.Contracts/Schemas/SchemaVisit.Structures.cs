using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private void CheckArray(ContractMap schema, JsonElement value, ValuePath path)
    {
        CheckSize(schema, ("minItems", "maxItems"), value.GetArrayLength(), path, "items");
        if (schema.IsTrue("uniqueItems") && !AreUnique(value))
        {
            Add(schema, "uniqueItems", path, "An item occurs twice.");
        }

        if (schema["items"] is { } items)
        {
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                Visit(items, item, path.Child(index++));
            }
        }
    }

    private static bool AreUnique(JsonElement array)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return array.EnumerateArray().All(item => seen.Add(CanonicalJson.Of(item)));
    }

    private void CheckObject(ContractMap schema, JsonElement value, ValuePath path)
    {
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            var name = JsonText.NameOf(property);
            present.Add(name);
            CheckProperty(schema, name, property.Value, path.Child(name));
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

    private void CheckProperty(ContractMap schema, string name, JsonElement value, ValuePath path)
    {
        if ((schema["properties"] as ContractMap)?[name] is { } named)
        {
            Visit(named, value, path);
        }
        else if (schema["additionalProperties"] is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" })
        {
            Add(schema, "additionalProperties", path, $"The property '{NodeText.Shorten(name)}' is not allowed.");
        }
        else if (schema["additionalProperties"] is { } additional)
        {
            Visit(additional, value, path);
        }
    }
}

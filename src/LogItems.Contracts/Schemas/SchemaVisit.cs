using System.Runtime.CompilerServices;
using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>One judgement of one value.</summary>
internal sealed partial class SchemaVisit(ContractDocument document, PatternCache patterns, EnumCache enums)
{
    private readonly HashSet<(ContractNode, ValuePath)> _underway = [];

    public List<SchemaError> Errors { get; private set; } = [];

    public void Visit(ContractNode node, JsonElement value, ValuePath path)
    {
        if (document.Resolve(node) is not ContractMap schema)
        {
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Errors.Add(new SchemaError(path.ToString(), "type", schema.Location, "The value is nested too deeply to be judged."));
            return;
        }

        // The same schema for the same value again is a cycle that adds nothing.
        if (!_underway.Add((schema, path)))
        {
            return;
        }

        Judge(schema, value, path);
        _underway.Remove((schema, path));
    }

    private void Judge(ContractMap schema, JsonElement value, ValuePath path)
    {
        CheckEnum(schema, value, path);
        if (value.ValueKind == JsonValueKind.Null && schema.IsTrue("nullable"))
        {
            return;
        }

        CheckType(schema, value, path);
        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                CheckNumber(schema, value, path);
                break;
            case JsonValueKind.String:
                CheckString(schema, JsonText.Of(value), path);
                break;
            case JsonValueKind.Array:
                CheckArray(schema, value, path);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, path);
                break;
        }

        CheckComposition(schema, value, path);
    }

    private void CheckType(ContractMap schema, JsonElement value, ValuePath path)
    {
        if (schema.TryGetString("type", out var type) && !IsOfType(type, value))
        {
            Add(schema, "type", path, $"Expected {type}, found {JsonText.Describe(value)}.");
        }
    }

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        // As in the JSON Schema draft that OpenAPI 3.0 builds on: a number without a fraction or exponent part.
        "integer" => value.ValueKind == JsonValueKind.Number && !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E'),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        _ => true,
    };

    private void CheckEnum(ContractMap schema, JsonElement value, ValuePath path)
    {
        if (schema["enum"] is ContractList allowed && !enums.Contains(allowed, value))
        {
            var hint = value.ValueKind == JsonValueKind.Null && schema.IsTrue("nullable")
                ? " 'nullable' alone does not admit null: list null in the 'enum'."
                : "";
            Add(schema, "enum", path, $"{JsonText.Describe(value)} is none of the listed values.{hint}");
        }
    }

    private void Add(ContractMap schema, string keyword, ValuePath path, string message) =>
        Errors.Add(new SchemaError(path.ToString(), keyword, schema[keyword]!.Location, message));
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>One validation of a value against the schemas of OpenAPI 3.0 or, since 3.1, of JSON Schema 2020-12.</summary>
/// <param name="document">The document of the schemas.</param>
/// <param name="patterns">Matches texts.</param>
/// <param name="enums">Looks up values.</param>
/// <param name="anchors">The targets of dynamic references; null if there are none.</param>
/// <param name="tracksParts">Whether a schema needs the parts that others have not evaluated.</param>
/// <param name="hidden">The keyword of properties that may be missing although they are required; null for none.</param>
internal sealed partial class SchemaVisit(
    ContractDocument document, PatternCache patterns, EnumCache enums, DynamicAnchors? anchors, bool tracksParts, string? hidden)
{
    // The schemas that are being validated, innermost last, each with its value's path.
    private readonly List<(ContractMap Schema, ValuePath Path)> _inProgress = [];
    private readonly bool _isOpenApi30 = document.IsOpenApi30;
    private readonly List<Dictionary<string, ContractNode>> _scopes = [];

    public List<SchemaError> Errors { get; private set; } = [];

    public void Visit(ContractNode node, JsonElement value, ValuePath path) => Visit(node, value, path, null);

    /// <param name="node">The schema.</param>
    /// <param name="value">The value.</param>
    /// <param name="path">The path of the value.</param>
    /// <param name="outer">Receives the parts of the value that the schema has evaluated, if it is valid; null for a separate value.</param>
    private void Visit(ContractNode node, JsonElement value, ValuePath path, EvaluatedParts? outer)
    {
        if ((_isOpenApi30 ? document.Resolve(node) : node) is not ContractMap schema)
        {
            CheckBoolean(node, value, path);
            return;
        }

        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            Errors.Add(new SchemaError(path.ToString(), "type", schema.Location, "The value is nested too deeply to be validated."));
            return;
        }

        // The same schema for the same value is a cycle, which adds nothing.
        if (IsInProgress(schema, path))
        {
            return;
        }

        _inProgress.Add((schema, path));
        var before = Errors.Count;
        var evaluated = _isOpenApi30 ? null : tracksParts ? new EvaluatedParts() : EvaluatedParts.Untracked;
        var scope = anchors?.ResourceOf(schema);
        if (scope is not null)
        {
            _scopes.Add(scope);
        }

        Evaluate(schema, value, path, evaluated);
        if (scope is not null)
        {
            _scopes.RemoveAt(_scopes.Count - 1);
        }

        if (Errors.Count == before && evaluated is not null)
        {
            outer?.Add(evaluated);
        }

        _inProgress.RemoveAt(_inProgress.Count - 1);
    }

    private bool IsInProgress(ContractMap schema, ValuePath path)
    {
        for (var index = _inProgress.Count - 1; index >= 0 && _inProgress[index].Path == path; index--)
        {
            if (_inProgress[index].Schema == schema)
            {
                return true;
            }
        }

        return false;
    }

    private void Evaluate(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        CheckEnum(schema, value, path);
        if (_isOpenApi30 && value.ValueKind == JsonValueKind.Null && schema.IsTrue("nullable"))
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
                CheckArray(schema, value, path, evaluated);
                break;
            case JsonValueKind.Object:
                CheckObject(schema, value, path, evaluated);
                break;
        }

        CheckComposition(schema, value, path, evaluated);
        if (evaluated is not null)
        {
            CheckApplicators(schema, value, path, evaluated);
        }
    }

    private void CheckBoolean(ContractNode node, JsonElement value, ValuePath path)
    {
        if (!_isOpenApi30 && node is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" })
        {
            Errors.Add(new SchemaError(path.ToString(), "false", node.Location, $"{JsonText.Describe(value)} is not allowed: the schema is 'false'."));
        }
    }

    private void CheckType(ContractMap schema, JsonElement value, ValuePath path)
    {
        if (schema.TryGetString("type", out var type))
        {
            if (!IsOfType(type, value))
            {
                Add(schema, "type", path, $"Expected {type}, found {JsonText.Describe(value)}.");
            }
        }
        else if (!_isOpenApi30 && schema["type"] is ContractList && schema.TextsOf("type").ToList() is { Count: > 0 } types
            && !types.Exists(one => IsOfType(one, value)))
        {
            Add(schema, "type", path, $"Expected {string.Join(" or ", types)}, found {JsonText.Describe(value)}.");
        }
    }

    private bool IsOfType(string type, JsonElement value) => type switch
    {
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        // In the draft that OpenAPI 3.0 is based on, an integer has no fraction or exponent part; later drafts consider the value.
        "integer" => value.ValueKind == JsonValueKind.Number && (_isOpenApi30
            ? !value.GetRawText().AsSpan().ContainsAny('.', 'e', 'E')
            : value.TryGetInt64(out _) || ExactNumber.Parse(value.GetRawText()).IsMultipleOf(ExactNumber.Of(1))),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "array" => value.ValueKind == JsonValueKind.Array,
        "object" => value.ValueKind == JsonValueKind.Object,
        "null" when !_isOpenApi30 => value.ValueKind == JsonValueKind.Null,
        _ => true,
    };

    private void CheckEnum(ContractMap schema, JsonElement value, ValuePath path)
    {
        if (schema["enum"] is ContractList allowed && !enums.Contains(allowed, value))
        {
            var hint = _isOpenApi30 && value.ValueKind == JsonValueKind.Null && schema.IsTrue("nullable")
                ? " 'nullable' alone does not admit null: list null in the 'enum'."
                : "";
            Add(schema, "enum", path, $"{JsonText.Describe(value)} is not one of the listed values.{hint}");
        }

        if (!_isOpenApi30 && schema["const"] is { } only && CanonicalJson.Of(JsonContractWriter.ToElement(only)) != CanonicalJson.Of(value))
        {
            Add(schema, "const", path, $"Expected {JsonText.Describe(JsonContractWriter.ToElement(only))}, found {JsonText.Describe(value)}.");
        }
    }

    private void Add(ContractMap schema, string keyword, ValuePath path, string message) =>
        Errors.Add(new SchemaError(path.ToString(), keyword, schema[keyword]!.Location, message));
}

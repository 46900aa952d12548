using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

internal sealed partial class SchemaVisit
{
    private void CheckComposition(ContractMap schema, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        foreach (var part in Alternatives(schema, "allOf"))
        {
            Visit(part, value, path, evaluated);
        }

        CheckAlternatives(schema, "anyOf", value, path, evaluated);
        CheckAlternatives(schema, "oneOf", value, path, evaluated);
        if (schema["not"] is { } not && Try(not, value, path, null).Count == 0)
        {
            Add(schema, "not", path, $"{JsonText.Describe(value)} matches what 'not' excludes.");
        }
    }

    private void CheckAlternatives(ContractMap schema, string keyword, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        if (!schema.Has(keyword))
        {
            return;
        }

        var verdicts = Alternatives(schema, keyword).Select(alternative => Try(alternative, value, path, evaluated)).ToList();
        var matches = verdicts.Count(errors => errors.Count == 0);
        if (verdicts.Count == 0 || matches == 1 || (matches > 1 && keyword == "anyOf"))
        {
            return;
        }

        if (matches > 1)
        {
            Add(schema, keyword, path, $"The value matches {matches} of {verdicts.Count} alternatives; exactly one is allowed.");
            return;
        }

        Add(schema, keyword, path, $"The value matches none of {verdicts.Count} alternatives; the errors of the closest one follow.");
        Errors.AddRange(Closest(verdicts, path.ToString()));
    }

    // The intended alternative has the right type and, among those, the fewest errors.
    private static List<SchemaError> Closest(List<List<SchemaError>> verdicts, string pointer) => verdicts
        .OrderBy(errors => errors.Any(error => error.Keyword == "type" && error.Pointer == pointer))
        .ThenBy(errors => errors.Count)
        .First();

    private List<SchemaError> Try(ContractNode alternative, JsonElement value, ValuePath path, EvaluatedParts? evaluated)
    {
        var outer = Errors;
        Errors = [];
        Visit(alternative, value, path, evaluated);
        var found = Errors;
        Errors = outer;
        return found;
    }

    private static IReadOnlyList<ContractNode> Alternatives(ContractMap schema, string keyword) =>
        (schema[keyword] as ContractList)?.Items ?? [];
}

using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Judges the query of a request.</summary>
internal sealed class QueryCheck(ContractDocument view, SchemaValidator schemas)
{
    public void Check(ContractOperation operation, Exchange exchange, ExchangeReport report)
    {
        var parameters = operation.Parameters(view).Where(parameter => parameter.In == "query")
            .ToDictionary(parameter => parameter.Name, parameter => parameter.Map, StringComparer.Ordinal);
        var sent = QueryText.Parse(exchange.Query).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        foreach (var values in sent)
        {
            if (parameters.TryGetValue(values.Key, out var parameter))
            {
                CheckValue(values.Key, parameter, [.. values], report);
            }
            else
            {
                report.Add(ExchangeRules.UndocumentedParameter, $"{operation} has no query parameter '{values.Key}'.");
            }
        }

        foreach (var (name, parameter) in parameters)
        {
            if (parameter.IsTrue("required") && !sent.Contains(name))
            {
                report.Add(ExchangeRules.MissingParameter, $"{operation} requires the query parameter '{name}'.");
            }
        }
    }

    private void CheckValue(string name, ContractMap parameter, List<string> values, ExchangeReport report)
    {
        if (parameter["schema"] is not { } schema)
        {
            return;
        }

        foreach (var error in schemas.Validate(schema, Read(schema, values)))
        {
            report.Add(ExchangeRules.InvalidParameter, $"The query parameter '{name}' is ill-valued: {error.Message} ({error.Schema})");
        }
    }

    // In a query everything is text; only the schema says what it stands for.
    private JsonElement Read(ContractNode schema, List<string> values)
    {
        var resolved = view.ResolveMap(schema);
        if (TypeOf(resolved) == "array")
        {
            var items = view.ResolveMap(resolved?["items"]);
            return JsonSerializer.SerializeToElement(values.ConvertAll(value => Read(items, value)));
        }

        return Read(resolved, values[^1]);
    }

    private JsonElement Read(ContractMap? schema, string text) => TypeOf(schema) switch
    {
        "integer" or "number" when Json(text) is { ValueKind: JsonValueKind.Number } number => number,
        "boolean" when Json(text) is { ValueKind: JsonValueKind.True or JsonValueKind.False } boolean => boolean,
        _ => JsonSerializer.SerializeToElement(text),
    };

    // A parameter that wraps a reference in 'allOf' has its type there.
    private string? TypeOf(ContractMap? schema) =>
        schema is null ? null
        : schema.TryGetString("type", out var type) ? type
        : (schema["allOf"] as ContractList)?.Items.Select(part => view.ResolveMap(part)?["type"]).OfType<ContractScalar>()
            .FirstOrDefault()?.Text;

    private static JsonElement? Json(string text)
    {
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using System.Text.Json;

namespace LogItems.Contracts;

/// <summary>Judges the query of a request.</summary>
internal sealed class QueryCheck(ContractDocument view, SchemaValidator schemas)
{
    public void Check(ContractOperation operation, Exchange exchange, ExchangeReport report)
    {
        var parameters = ParametersOf(operation);
        var sent = Parse(exchange.Query).ToLookup(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
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

    // A parameter of the operation replaces one of the same name that all operations of the path share.
    private Dictionary<string, ContractMap> ParametersOf(ContractOperation operation)
    {
        var parameters = new Dictionary<string, ContractMap>(StringComparer.Ordinal);
        foreach (var owner in new[] { operation.PathItem, operation.Operation })
        {
            foreach (var parameter in (owner["parameters"] as ContractList)?.Items.Select(view.ResolveMap) ?? [])
            {
                if (parameter is not null
                    && parameter["in"] is ContractScalar { Text: "query" }
                    && parameter.TryGetString("name", out var name))
                {
                    parameters[name] = parameter;
                }
            }
        }

        return parameters;
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

    private static IEnumerable<(string Name, string Value)> Parse(string query) =>
        from pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select (Decode(parts[0]), parts.Length == 2 ? Decode(parts[1]) : "");

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}

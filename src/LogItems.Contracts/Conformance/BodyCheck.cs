using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks a JSON body against its schema.</summary>
internal sealed class BodyCheck(ContractDocument view, SchemaValidator schemas)
{
    private readonly UndocumentedProperties _undocumented = new(view, schemas);

    public void Check(ContractNode? schema, ReadOnlyMemory<byte> body, ExchangeReport report)
    {
        using var json = Parse(body, report);
        if (json is null || schema is null)
        {
            return;
        }

        foreach (var error in schemas.Validate(schema, json.RootElement))
        {
            report.Add(ExchangeRules.SchemaViolation, $"{error.Message} ({error.Keyword} at {error.Schema})", error.Pointer);
        }

        foreach (var path in _undocumented.Find(schema, json.RootElement))
        {
            report.Add(
                ExchangeRules.UndocumentedProperty,
                "The contract does not name this property; add it to the schema or allow it there with 'additionalProperties'.",
                path.ToString(),
                FindingLevel.Warn);
        }
    }

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body, ExchangeReport report)
    {
        var preamble = Encoding.UTF8.Preamble;
        try
        {
            return JsonDocument.Parse(body.Span.StartsWith(preamble) ? body[preamble.Length..] : body);
        }
        catch (JsonException exception)
        {
            report.Add(ExchangeRules.BodyNotJson, $"The body is not JSON: {exception.Message}");
            return null;
        }
    }
}

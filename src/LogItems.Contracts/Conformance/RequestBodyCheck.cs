using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks the body of a request: JSON, and the fields of forms.</summary>
internal sealed class RequestBodyCheck(ContractDocument view, SchemaValidator schemas)
{
    private readonly ParameterReader _reader = new(view);

    public void Check(ContractOperation operation, Exchange exchange, ExchangeReport report)
    {
        if (exchange.RequestBody is null && exchange.RequestFields is null
            || view.ResolveMap(operation.Map["requestBody"])?["content"] is not ContractMap content)
        {
            return;
        }

        if (MediaTypeName.Find(content.Entries, exchange.RequestContentType) is not { } documented)
        {
            report.Add(
                ExchangeRules.InvalidRequestBody,
                $"The request is of type '{NodeText.Shorten(exchange.RequestContentType ?? "")}'; "
                + $"the contract names {string.Join(" or ", content.Entries.Select(entry => entry.Key))}.");
        }
        else if (view.ResolveMap(documented)?["schema"] is { } schema)
        {
            Check(schema, exchange, report);
        }
    }

    private void Check(ContractNode schema, Exchange exchange, ExchangeReport report)
    {
        if (MediaTypeName.IsJson(exchange.RequestContentType))
        {
            try
            {
                using var json = JsonDocument.Parse(exchange.RequestBody ?? default);
                Validate(schema, json.RootElement, report);
            }
            catch (JsonException exception)
            {
                report.Add(ExchangeRules.InvalidRequestBody, $"The body of the request is not JSON: {exception.Message}");
            }
        }
        else if (exchange.RequestFields is { } fields)
        {
            Validate(schema, _reader.ReadFields(schema, fields), report);
        }
        else if (exchange.RequestContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true)
        {
            Validate(schema, _reader.ReadFields(schema, QueryText.Parse(Encoding.UTF8.GetString(exchange.RequestBody!.Value.Span))), report);
        }
    }

    private void Validate(ContractNode schema, JsonElement value, ExchangeReport report)
    {
        foreach (var error in schemas.Validate(schema, value))
        {
            report.Add(ExchangeRules.InvalidRequestBody, $"In the request: {error.Message} ({error.Keyword} at {error.Schema})", error.Pointer);
        }
    }
}

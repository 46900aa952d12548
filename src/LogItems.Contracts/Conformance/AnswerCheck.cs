using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Conformance;

/// <summary>Checks the status, the media type and the body of a response.</summary>
internal sealed class AnswerCheck(ContractDocument view, SchemaValidator schemas)
{
    private readonly BodyCheck _body = new(view, schemas);

    public void Check(ContractOperation operation, Exchange exchange, ExchangeReport report)
    {
        if (operation.ResponseOf(exchange.Status, view)?.Map is not { } response)
        {
            report.Add(ExchangeRules.UndocumentedStatus, $"{operation} has no response {exchange.Status}.");
            return;
        }

        var content = response.EntriesOf("content");
        if (exchange.Body.IsEmpty)
        {
            CheckEmptyBody(content.Count > 0 && exchange.Method != "HEAD", exchange.Status, report);
        }
        else if (MediaTypeName.Find(content, exchange.ContentType) is not { } documented)
        {
            report.Add(ExchangeRules.UnexpectedMediaType, Unexpected(content, exchange));
        }
        else if (MediaTypeName.IsJson(exchange.ContentType))
        {
            _body.Check(view.ResolveMap(documented)?["schema"], exchange.Body, report);
        }
    }

    // The service returns 401 without a body for a rejected token, and proxies do the same for other errors.
    private static void CheckEmptyBody(bool isDescribed, int status, ExchangeReport report)
    {
        if (isDescribed && status < 400)
        {
            report.Add(ExchangeRules.MissingBody, $"The response is empty, but the contract describes a body for {status}.");
        }
    }

    private static string Unexpected(IReadOnlyList<KeyValuePair<string, ContractNode>> content, Exchange exchange)
    {
        var expected = content.Count == 0 ? "no body at all" : string.Join(" or ", content.Select(entry => entry.Key));
        return $"For {exchange.Status} the contract names {expected}; the response is of type '{NodeText.Shorten(exchange.ContentType ?? "")}'.";
    }
}

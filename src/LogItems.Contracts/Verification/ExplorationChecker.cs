using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>Checks the responses to generated requests.</summary>
internal sealed class ExplorationChecker(RateLimitedClient client, ContractDocument view)
{
    /// <summary>Returns the findings for a response, at most one per rule; the messages are the second half of a sentence.</summary>
    public IReadOnlyList<Finding> Evaluate(ExploredRequest request, Exchange exchange)
    {
        var place = new Location("", 0, 0, exchange.ToString());
        if (exchange.Status >= 500)
        {
            return [new Finding(VerificationRules.ServerError, FindingLevel.Error, $"makes the server fail with {exchange.Status}", place)];
        }

        // The server only requests a lower rate.
        if (exchange.Status == 429)
        {
            return [];
        }

        var findings = client.Validate(exchange)
            .Select(finding => finding with { Message = $"leads to a response that violates the contract: {finding.Message.TrimEnd('.')}" }).ToList();
        if (LacksErrorBody(request.Operation, exchange))
        {
            findings.Add(new Finding(
                ExchangeRules.MissingBody, FindingLevel.Warn,
                $"returns {exchange.Status} without a body, although the contract describes one", place));
        }

        // An undocumented status is neither success nor rejection.
        if (findings.TrueForAll(finding => finding.RuleId != ExchangeRules.UndocumentedStatus)
            && CheckStatus(request.Verdict, exchange.Status, place) is { } unexpected)
        {
            findings.Add(unexpected);
        }

        return [.. findings.DistinctBy(finding => finding.RuleId)];
    }

    private static Finding? CheckStatus(ValueVerdict verdict, int status, Location place) => (verdict, status) switch
    {
        (ValueVerdict.Invalid, >= 200 and < 300) => new Finding(
            VerificationRules.BadRequestAccepted, FindingLevel.Warn, $"is accepted ({status}), although the contract excludes it", place),
        (ValueVerdict.Unknown, >= 200 and < 300) => new Finding(
            VerificationRules.BadRequestAccepted, FindingLevel.Warn, $"is accepted ({status}), although nothing has this identifier", place),
        (ValueVerdict.Valid, >= 400) => new Finding(
            VerificationRules.UnexpectedStatus, FindingLevel.Error, $"is rejected ({status}), although the contract allows it", place),
        _ => null,
    };

    // As documented, rejected tokens result in 401 without a body.
    private bool LacksErrorBody(ContractOperation operation, Exchange exchange) =>
        exchange.Status >= 400 && exchange.Status != 401 && exchange.Body.IsEmpty && exchange.Method != "HEAD"
        && operation.ResponseOf(exchange.Status, view)?.Map.EntriesOf("content").Count > 0;
}

using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Verification;

/// <summary>Checks the responses to generated requests.</summary>
internal sealed class ExplorationJudge(RateLimitedClient client, ContractDocument view)
{
    /// <summary>The findings in a response, at most one for each rule; the messages are the second half of a sentence.</summary>
    public IReadOnlyList<Finding> Judge(ExploredRequest request, Exchange exchange)
    {
        var place = new Location("", 0, 0, exchange.ToString());
        if (exchange.Status >= 500)
        {
            return [new Finding(VerificationRules.ServerError, FindingLevel.Error, $"makes the server fail with {exchange.Status}", place)];
        }

        // The server only asks for fewer requests.
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

        // A status that the contract does not have is neither success nor refusal.
        if (findings.TrueForAll(finding => finding.RuleId != ExchangeRules.UndocumentedStatus)
            && JudgeStatus(request.Verdict, exchange.Status, place) is { } unexpected)
        {
            findings.Add(unexpected);
        }

        return [.. findings.DistinctBy(finding => finding.RuleId)];
    }

    private static Finding? JudgeStatus(ValueVerdict verdict, int status, Location place) => (verdict, status) switch
    {
        (ValueVerdict.Invalid, >= 200 and < 300) => new Finding(
            VerificationRules.BadRequestAccepted, FindingLevel.Warn, $"is accepted ({status}), although the contract excludes it", place),
        (ValueVerdict.Unknown, >= 200 and < 300) => new Finding(
            VerificationRules.BadRequestAccepted, FindingLevel.Warn, $"is accepted ({status}), although nothing has this identifier", place),
        (ValueVerdict.Valid, >= 400) => new Finding(
            VerificationRules.UnexpectedStatus, FindingLevel.Error, $"is rejected ({status}), although the contract allows it", place),
        _ => null,
    };

    // Rejected tokens are answered with a bare 401 as documented.
    private bool LacksErrorBody(ContractOperation operation, Exchange exchange) =>
        exchange.Status >= 400 && exchange.Status != 401 && exchange.Body.IsEmpty && exchange.Method != "HEAD"
        && operation.ResponseOf(exchange.Status, view)?.Map.EntriesOf("content").Count > 0;
}

using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A decision how severe some findings are.</summary>
/// <param name="RuleId">The rule; <c>*</c> at its end stands for any end.</param>
/// <param name="Pattern">The JSON pointer of the findings, as in a <see cref="Waiver"/>.</param>
/// <param name="Level">The severity; <see cref="FindingLevel.None"/> for findings that are not reported.</param>
/// <param name="Location">Where the decision is written.</param>
public sealed record SeverityRule(string RuleId, string Pattern, FindingLevel Level, Location Location)
{
    /// <summary>Determines whether the decision is about the finding.</summary>
    public bool Applies(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var isRule = RuleId.EndsWith('*')
            ? finding.RuleId.StartsWith(RuleId[..^1], StringComparison.Ordinal)
            : finding.RuleId == RuleId;
        return isRule && PointerPattern.Matches(Pattern, finding);
    }
}

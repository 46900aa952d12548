using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A decision on the severity of some findings.</summary>
/// <param name="RuleId">The rule; <c>*</c> at its end matches any end.</param>
/// <param name="Pattern">The JSON pointer of the findings, as in a <see cref="Waiver"/>.</param>
/// <param name="Level">The severity; <see cref="FindingLevel.None"/> for findings that are not reported.</param>
/// <param name="Location">The location of the decision.</param>
public sealed record SeverityRule(string RuleId, string Pattern, FindingLevel Level, Location Location)
{
    /// <summary>Determines whether the decision applies to the finding.</summary>
    public bool Applies(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        var isRule = RuleId.EndsWith('*')
            ? finding.RuleId.StartsWith(RuleId[..^1], StringComparison.Ordinal)
            : finding.RuleId == RuleId;
        return isRule && PointerPattern.Matches(Pattern, finding);
    }
}

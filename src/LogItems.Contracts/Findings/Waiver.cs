using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A decision to ignore some findings of a rule.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Pattern">The JSON pointer of the findings, in the base or the revision; <c>*</c> matches one part of it, and
/// <c>**</c> at its end the rest.</param>
/// <param name="Reason">The reason for ignoring them.</param>
/// <param name="Expiry">The last day on which they are ignored.</param>
/// <param name="Location">The location of the waiver.</param>
public sealed record Waiver(string RuleId, string Pattern, string Reason, DateOnly Expiry, Location Location)
{
    internal string LastDay => Expiry.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Determines whether the waiver applies to the finding, whether or not it has expired.</summary>
    public bool Waives(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.RuleId == RuleId && PointerPattern.Matches(Pattern, finding);
    }
}

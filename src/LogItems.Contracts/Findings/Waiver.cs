using System.Globalization;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A decision that some findings of a rule do not count.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Pattern">The JSON pointer of the findings, in the base or the revision; <c>*</c> stands for one part of it, and
/// <c>**</c> at its end for the rest.</param>
/// <param name="Reason">Why they do not count.</param>
/// <param name="Expiry">The last day on which they do not count.</param>
/// <param name="Location">Where the waiver stands.</param>
public sealed record Waiver(string RuleId, string Pattern, string Reason, DateOnly Expiry, Location Location)
{
    internal string LastDay => Expiry.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>Determines whether the waiver is about the finding, be it over or not.</summary>
    public bool Waives(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.RuleId == RuleId
            && (Matches(finding.Location) || (finding.Change is { } change && (Matches(change.Base) || Matches(change.Revision))));
    }

    private bool Matches(Location place)
    {
        var pattern = Pattern.Split('/');
        var pointer = place.Pointer.Split('/');
        var isOpen = pattern[^1] == "**";
        var length = isOpen ? pattern.Length - 1 : pattern.Length;
        return (isOpen ? pointer.Length >= length : pointer.Length == length)
            && pattern.Take(length).Zip(pointer).All(parts => parts.First == "*" || parts.First == parts.Second);
    }
}

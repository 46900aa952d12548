namespace LogItems.Contracts;

/// <summary>A decision that some findings of a rule do not count.</summary>
/// <param name="RuleId">The rule.</param>
/// <param name="Pattern">The JSON pointer of the findings, in the base or the revision; <c>*</c> stands for one part of it, and
/// <c>**</c> at its end for the rest.</param>
/// <param name="Reason">Why they do not count.</param>
/// <param name="Expiry">The last day on which they do not count.</param>
/// <param name="Location">Where the waiver stands.</param>
public sealed record Waiver(string RuleId, string Pattern, string Reason, DateOnly Expiry, Location Location);

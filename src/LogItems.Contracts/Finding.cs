namespace LogItems.Contracts;

/// <summary>One thing that a check found. Findings are data: what to do about them is the caller's decision.</summary>
/// <param name="RuleId">The rule that was broken, in kebab case.</param>
/// <param name="Level">How grave it is.</param>
/// <param name="Message">What was found and what to do, in full sentences.</param>
/// <param name="Location">Where it was found.</param>
public sealed record Finding(string RuleId, FindingLevel Level, string Message, Location Location);

namespace LogItems.Contracts.Findings;

/// <summary>A rule that findings are reported by.</summary>
/// <param name="Id">The name of the rule in findings, in kebab case; unique among all rules.</param>
/// <param name="Level">The usual severity of a finding.</param>
/// <param name="Description">What the rule requires, or what has happened if it is about a change; one sentence.</param>
public record Rule(string Id, FindingLevel Level, string Description);

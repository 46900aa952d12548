namespace LogItems.Contracts.Findings;

/// <summary>A rule that findings are reported by.</summary>
/// <param name="Id">The name of the rule in findings, in kebab case; unique among all rules.</param>
/// <param name="Level">The usual severity of a finding.</param>
/// <param name="Description">The requirement, or the change that the rule reports; one sentence.</param>
public record Rule(string Id, FindingLevel Level, string Description);

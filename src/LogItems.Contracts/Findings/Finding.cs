using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A finding of a check. Findings are data: the caller decides what to do about them.</summary>
/// <param name="RuleId">The ID of the violated rule, in kebab case.</param>
/// <param name="Level">The severity; for a change, the higher of its two verdicts.</param>
/// <param name="Message">The problem and its solution, in full sentences.</param>
/// <param name="Location">Its location; for a change, in the revision.</param>
public sealed record Finding(string RuleId, FindingLevel Level, string Message, Location Location)
{
    /// <summary>The change; null if nothing was compared.</summary>
    public Change? Change { get; init; }

    /// <summary>The API versions it was found in, oldest first; empty if the versions were not distinguished.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The waiver of the finding; null if it is not waived.</summary>
    public Waiver? Waiver { get; init; }
}

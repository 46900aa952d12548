using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>A finding of a check. Findings are data: what to do about them is the caller's decision.</summary>
/// <param name="RuleId">The rule that was broken, in kebab case.</param>
/// <param name="Level">The severity; of a change, the higher of its two verdicts.</param>
/// <param name="Message">What was found and what to do, in full sentences.</param>
/// <param name="Location">Where it was found; of a change, in the revision.</param>
public sealed record Finding(string RuleId, FindingLevel Level, string Message, Location Location)
{
    /// <summary>What has changed; null if nothing was compared.</summary>
    public Change? Change { get; init; }

    /// <summary>The API versions it was found in, oldest first; empty if the versions were not distinguished.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The waiver of the finding; null if it counts.</summary>
    public Waiver? Waiver { get; init; }
}

using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>One thing that a check found. Findings are data: what to do about them is the caller's decision.</summary>
/// <param name="RuleId">The rule that was broken, in kebab case.</param>
/// <param name="Level">How grave it is; of a change, the graver of its two verdicts.</param>
/// <param name="Message">What was found and what to do, in full sentences.</param>
/// <param name="Location">Where it was found; of a change, in the revision.</param>
public sealed record Finding(string RuleId, FindingLevel Level, string Message, Location Location)
{
    /// <summary>What has changed; null where nothing was compared.</summary>
    public Change? Change { get; init; }

    /// <summary>The API versions it was found in, oldest first; empty where versions were not told apart.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>The waiver by which it does not count; null where it counts.</summary>
    public Waiver? Waiver { get; init; }
}

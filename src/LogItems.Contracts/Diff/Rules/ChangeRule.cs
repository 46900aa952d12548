using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>One kind of change between two documents.</summary>
/// <param name="Id">The rule's name in findings, in kebab case.</param>
/// <param name="Wire">What the change usually means for callers that are deployed already.</param>
/// <param name="Sdk">The most that the change can mean for code that is rebuilt against the SDK generated from the revision.</param>
/// <param name="Direction">Which way the changed part goes.</param>
/// <param name="Description">What has changed, who breaks and how, in one sentence.</param>
public sealed record ChangeRule(
    string Id, FindingLevel Wire, FindingLevel Sdk, ChangeDirection Direction, string Description)
    : Rule(Id, Wire > Sdk ? Wire : Sdk, Description)
{
    /// <summary>The rules that the comparison the other way round reports for the same change; the rule itself if it has no
    /// direction in time, none only for a written reason.</summary>
    public IReadOnlyList<string> Opposites { get; init; } = [];

    /// <summary>The rule for the same change in the other direction (request or response); null only for a written reason.</summary>
    public string? Counterpart { get; init; }

    /// <summary>Why there is no opposite, or no counterpart; null if there are both.</summary>
    public string? Unmirrored { get; init; }
}

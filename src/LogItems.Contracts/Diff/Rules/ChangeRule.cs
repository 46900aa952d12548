using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>One kind of change between two documents.</summary>
/// <param name="Id">The rule's name in findings, in kebab case.</param>
/// <param name="Wire">The usual impact on deployed callers.</param>
/// <param name="Sdk">The maximum impact on code that is rebuilt against the SDK generated from the revision.</param>
/// <param name="Direction">The direction of the changed part.</param>
/// <param name="Description">The change and its impact, in one sentence.</param>
public sealed record ChangeRule(
    string Id, FindingLevel Wire, FindingLevel Sdk, ChangeDirection Direction, string Description)
    : Rule(Id, Wire > Sdk ? Wire : Sdk, Description)
{
    /// <summary>The rules that the reverse comparison reports for the same change; the rule itself if it has no
    /// direction in time; empty only with a documented reason.</summary>
    public IReadOnlyList<string> Opposites { get; init; } = [];

    /// <summary>The rule for the same change in the other direction (request or response); null only with a documented reason.</summary>
    public string? Counterpart { get; init; }

    /// <summary>The reason for a missing opposite or counterpart; null if it has both.</summary>
    public string? Unmirrored { get; init; }

    /// <summary>The change, as the middle of a sentence: <c>maximum lowered</c>.</summary>
    internal string What { get; init; } = "";

    /// <summary>The consequence for callers, as the end of a sentence: <c>larger values are rejected</c>.</summary>
    internal string Consequence { get; init; } = "";

    /// <summary>The sentence about one change: <c>maximum lowered from 100 to 50; larger values are rejected.</c></summary>
    internal string Sentence(string? was, string? current, string consequence)
    {
        // A change to required, optional or nullable implies the former value.
        var isSaid = Id.Contains("-became-", StringComparison.Ordinal);
        var values = (was, current) switch
        {
            (null, null) => "",
            (not null, not null) => isSaid ? "" : $" from {was} to {current}",
            var (before, after) => $" ({before ?? after})",
        };
        return $"{What}{values}; {consequence}.";
    }
}

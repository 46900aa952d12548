using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>What a comparison of two documents adds to a finding.</summary>
/// <param name="Wire">What it means for callers that are deployed already and meet a service that keeps the revision.</param>
/// <param name="Sdk">What it means for code that is rebuilt against the SDK generated from the revision.</param>
/// <param name="Base">Where it stands in the base, or what surrounds it where it is missing.</param>
/// <param name="Revision">Where it stands in the revision, or what surrounds it where it is missing.</param>
/// <param name="Was">What it was; null where it was not, or where the rule says it all.</param>
/// <param name="Is">What it is; null where it is no more, or where the rule says it all.</param>
public sealed record Change(
    FindingLevel Wire, FindingLevel Sdk, Location Base, Location Revision, string? Was, string? Is)
{
    /// <summary>The operations of the base that are concerned, as method and path; empty where the whole document is.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];
}

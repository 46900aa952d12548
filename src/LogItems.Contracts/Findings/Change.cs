using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Findings;

/// <summary>The data that a comparison of two documents adds to a finding.</summary>
/// <param name="Wire">The impact on deployed callers of a service that conforms to the revision.</param>
/// <param name="Sdk">The impact on code that is rebuilt against the SDK generated from the revision.</param>
/// <param name="Base">Its location in the base, or that of its parent if it is missing.</param>
/// <param name="Revision">Its location in the revision, or that of its parent if it is missing.</param>
/// <param name="Was">The former value; null if absent, or if the rule implies it.</param>
/// <param name="Is">The current value; null if absent, or if the rule implies it.</param>
public sealed record Change(
    FindingLevel Wire, FindingLevel Sdk, Location Base, Location Revision, string? Was, string? Is)
{
    /// <summary>The affected operations of the base, as method and path; empty if the whole document is affected.</summary>
    public IReadOnlyList<string> Operations { get; init; } = [];
}

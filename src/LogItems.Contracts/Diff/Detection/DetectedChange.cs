using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>A change where it was detected, before it is known which operations it concerns.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">The node of the base, or what surrounds it where it is missing.</param>
/// <param name="After">The node of the revision, or what surrounds it where it is missing.</param>
/// <param name="Was">What it was; null where it was not.</param>
/// <param name="Is">What it is; null where it is no more.</param>
internal sealed record DetectedChange(ChangeRule Rule, ContractNode Before, ContractNode After, string? Was, string? Is)
{
    public FindingLevel Wire { get; init; } = Rule.Wire;

    public FindingLevel Sdk { get; init; } = Rule.Sdk;

    /// <summary>What follows for callers; what the rule says unless the case is a special one.</summary>
    public string Consequence { get; init; } = Rule.Consequence;

    /// <summary>The same change with another meaning for callers.</summary>
    public DetectedChange With(FindingLevel wire, string consequence) => this with { Wire = wire, Consequence = consequence };

    /// <summary>What recognizes a removed thing where it was added, if it can move.</summary>
    public ChangeTrace? Trace { get; init; }

    /// <summary>What makes two changes the same one.</summary>
    public (string, string, string, string?, string?) Identity =>
        (Rule.Id, Before.Location.Pointer, After.Location.Pointer, Was, Is);
}

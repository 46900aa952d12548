using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Detection;

/// <summary>A detected change, before the affected operations are known.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Before">The node of the base, or its parent if it is missing.</param>
/// <param name="After">The node of the revision, or its parent if it is missing.</param>
/// <param name="Was">The former value; null if absent.</param>
/// <param name="Is">The current value; null if absent.</param>
internal sealed record DetectedChange(ChangeRule Rule, ContractNode Before, ContractNode After, string? Was, string? Is)
{
    public FindingLevel Wire { get; init; } = Rule.Wire;

    public FindingLevel Sdk { get; init; } = Rule.Sdk;

    /// <summary>The consequence for callers: that of the rule, unless the case is special.</summary>
    public string Consequence { get; init; } = Rule.Consequence;

    /// <summary>The same change with another meaning for callers.</summary>
    public DetectedChange With(FindingLevel wire, string consequence) => this with { Wire = wire, Consequence = consequence };

    /// <summary>The identity by which a removed part is matched with an added one, if it can move.</summary>
    public ChangeTrace? Trace { get; init; }

    /// <summary>The identity of the change.</summary>
    public (string Rule, string Before, string After, string? Was, string? Is) Identity => (Rule.Id, LocationOf(Before), LocationOf(After), Was, Is);

    private static string LocationOf(ContractNode node) => $"{node.Location.File}#{node.Location.Pointer}";
}

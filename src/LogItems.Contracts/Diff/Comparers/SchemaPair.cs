using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Two compared schemas, and the node to report their differences at.</summary>
internal sealed record SchemaPair(SchemaShape Before, SchemaShape After, SchemaUse Use, ComparisonNode Site)
{
    /// <summary>Reports a change of the schema.</summary>
    /// <param name="name">The change, as named in the first column of the rules.</param>
    /// <param name="before">The node of the base; null for the schema.</param>
    /// <param name="after">The node of the revision; null for the schema.</param>
    /// <param name="was">The former value.</param>
    /// <param name="current">The current value.</param>
    /// <param name="sdk">The impact on the SDK, if it is less than that of the rule.</param>
    /// <param name="trace">The identity of a property that may have moved.</param>
    /// <param name="meaning">The meaning here, if it differs from the rule's.</param>
    /// <param name="place">The location of the change, if it is not that of the schema.</param>
    public void Report(
        string name, ContractNode? before, ContractNode? after, string? was, string? current, FindingLevel? sdk = null,
        ChangeTrace? trace = null, (FindingLevel Wire, string Consequence)? meaning = null, SchemaLocation? place = null)
    {
        var rule = ChangeRules.Get(name, place ?? Use.Location);
        var change = new DetectedChange(rule, before ?? Before.Node, after ?? After.Node, was, current)
        {
            Sdk = Use.IsIgnoredBySdk ? FindingLevel.None : sdk is { } known && known < rule.Sdk ? known : rule.Sdk,
            Trace = trace,
        };
        Site.Changes.Add(
            Use.IsHidden && rule.Wire > FindingLevel.Info
                ? change.With(FindingLevel.Info, Use.Location.IsResponse ? "no response carries it" : "no request carries it")
            : meaning is { } special ? change.With(special.Wire, special.Consequence)
            : change);
    }
}

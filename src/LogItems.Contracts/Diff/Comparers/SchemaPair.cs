using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Two schemas that are compared, and where to report their differences.</summary>
internal sealed record SchemaPair(SchemaShape Before, SchemaShape After, SchemaUse Use, ComparisonNode Site)
{
    /// <summary>Reports a change of the schema.</summary>
    /// <param name="name">The change, as the first column of the rules names it.</param>
    /// <param name="before">The node of the base; null for the schema.</param>
    /// <param name="after">The node of the revision; null for the schema.</param>
    /// <param name="was">What it was.</param>
    /// <param name="current">What it is.</param>
    /// <param name="sdk">The impact on the SDK, if it is less than that of the rule.</param>
    /// <param name="trace">The identity of a property that may have moved.</param>
    /// <param name="meaning">What it means here, if that differs from the rule.</param>
    /// <param name="place">The place of what has changed, if it is not that of the schema.</param>
    public void Report(
        string name, ContractNode? before, ContractNode? after, string? was, string? current, FindingLevel? sdk = null,
        ChangeTrace? trace = null, (FindingLevel Wire, string Consequence)? meaning = null, SchemaLocation? place = null)
    {
        var rule = ChangeRules.Get(name, place ?? Use.Place);
        var change = new DetectedChange(rule, before ?? Before.Node, after ?? After.Node, was, current)
        {
            Sdk = Use.IsSdkBlind ? FindingLevel.None : sdk is { } known && known < rule.Sdk ? known : rule.Sdk,
            Trace = trace,
        };
        Site.Changes.Add(
            Use.IsHidden && rule.Wire > FindingLevel.Info
                ? change.With(FindingLevel.Info, Use.Place.IsResponse ? "no response carries it" : "no request carries it")
            : meaning is { } special ? change.With(special.Wire, special.Consequence)
            : change);
    }
}

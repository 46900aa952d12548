using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Two schemas that are compared, and where to report their differences.</summary>
internal sealed record SchemaPair(SchemaShape Before, SchemaShape After, SchemaUse Use, ComparisonNode Site)
{
    /// <summary>Reports a change of a keyword; a missing node stands for the schema.</summary>
    public void Report(
        string suffix, ContractNode? before, ContractNode? after, string? was, string? current, FindingLevel? sdk = null,
        (FindingLevel Wire, string Consequence)? meaning = null) =>
        ReportRule(Use.Place.Rule(suffix), before, after, was, current, sdk, meaning: meaning);

    public void ReportRule(
        string ruleId, ContractNode? before, ContractNode? after, string? was, string? current,
        FindingLevel? sdk = null, ChangeTrace? trace = null, (FindingLevel Wire, string Consequence)? meaning = null)
    {
        var rule = ChangeRules.Get(ruleId);
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

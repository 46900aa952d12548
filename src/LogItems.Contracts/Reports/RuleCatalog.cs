using System.Collections.Frozen;
using LogItems.Contracts.Annotations;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Drift;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Lint;
using LogItems.Contracts.Verification;

namespace LogItems.Contracts.Reports;

/// <summary>All rules of findings.</summary>
public static class RuleCatalog
{
    /// <summary>The rules of comparisons, annotations, lint, exchanges, verification, drift and waivers, by id.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. Enumerable.Empty<Rule>().Concat(ChangeRules.All).Concat(AnnotationRules.All)
            .Concat(LintRules.All).Concat(ExchangeRules.All).Concat(VerificationRules.All)
            .Concat(ContractDrift.Rules).Concat(WaiverRules.All).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, Rule> ById = All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Returns the rule with this ID, or null if there is no such rule.</summary>
    public static Rule? Find(string id) => ById.GetValueOrDefault(id);
}

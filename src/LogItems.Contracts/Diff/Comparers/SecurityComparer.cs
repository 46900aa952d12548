using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the security requirements.</summary>
internal static class SecurityComparer
{
    private static readonly SecurityRules OfAllOperations = new(
        "api-global-security-added", "api-global-security-removed", "api-global-security-scope-added", "api-global-security-scope-removed");

    private static readonly SecurityRules OfOneOperation = new(
        "api-security-added", "api-security-removed", "api-security-scope-added", "api-security-scope-removed");

    public static void CompareDocuments(Comparison comparison)
    {
        var (before, after, site) = (comparison.Before.Document.Root, comparison.After.Document.Root, comparison.Document);
        if (!NodeText.AreEqual(before["security"], after["security"]) && ConcernsAny(comparison))
        {
            CompareRequirements(before["security"], after["security"], before, after, OfAllOperations, site);
        }

        var (was, current) = (Schemes(comparison.Before), Schemes(comparison.After));
        foreach (var (name, node) in was)
        {
            if (current.TryGetValue(name, out var counterpart))
            {
                SecuritySchemeComparer.Compare(node, counterpart, site);
            }
            else
            {
                site.Add("api-security-component-removed", node, after["components"] ?? after, name, null);
            }
        }

        foreach (var (name, node) in current.Where(scheme => !was.ContainsKey(scheme.Key)))
        {
            site.Add("api-security-component-added", before["components"] ?? before, node, null, name);
        }
    }

    /// <summary>Compares the requirements of operations; those of the document apply to operations without any.</summary>
    public static void CompareOperations(Comparison comparison, ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var (was, current) = (before.Map["security"], after.Map["security"]);
        if (was is not null || current is not null)
        {
            CompareRequirements(
                was ?? comparison.Before.Document.Root["security"], current ?? comparison.After.Document.Root["security"],
                before.Map, after.Map, OfOneOperation, site);
        }
    }

    // The requirements of the document apply only to operations without any.
    private static bool ConcernsAny(Comparison comparison) => new OperationPairs(comparison.Before.Document, comparison.After.Document).Pairs
        .Any(pair => pair.Before.Map["security"] is null && pair.After.Map["security"] is null);

    private static void CompareRequirements(
        ContractNode? before, ContractNode? after, ContractMap owner, ContractMap successor, SecurityRules rules, ComparisonNode site)
    {
        var (was, current) = (Requirements(before), Requirements(after));
        var (removed, added) = (was.ToList(), current.ToList());
        foreach (var (old, replacement) in Pairs(removed, added))
        {
            CompareScopes(old.Map, replacement.Map, rules, site);
        }

        foreach (var requirement in removed)
        {
            if (current.Count == 0 || current.Exists(other => other.IsMetBy(requirement)))
            {
                site.Add(rules.Removed, requirement.Map, after ?? successor, requirement.Words, null, FindingLevel.Info, "its callers are admitted with less");
            }
            else
            {
                site.Add(rules.Removed, requirement.Map, after ?? successor, requirement.Words, null, FindingLevel.Error,
                    requirement.IsAnonymous ? "callers that send no credentials are rejected" : "callers that use it are rejected");
            }
        }

        // Without requirements, anonymous access was allowed.
        var isTightened = was.Count == 0 && !current.Exists(requirement => requirement.IsAnonymous);
        foreach (var requirement in added)
        {
            if (isTightened)
            {
                site.Add(rules.Added, before ?? owner, requirement.Map, null, requirement.Words, FindingLevel.Error,
                    "no credentials were required before, and callers that send none are rejected");
            }
            else
            {
                site.Add(rules.Added, before ?? owner, requirement.Map, null, requirement.Words, FindingLevel.Info, "callers are not affected");
            }
        }
    }

    // Alternatives can differ only in their scopes, so that those that its callers meet take precedence over others of the same schemes.
    private static List<(Requirement Before, Requirement After)> Pairs(List<Requirement> before, List<Requirement> after)
    {
        var pairs = new List<(Requirement Before, Requirement After)>();
        Take((one, other) => one.Schemes == other.Schemes && other.IsMetBy(one) && one.IsMetBy(other));
        Take((one, other) => one.Schemes == other.Schemes && other.IsMetBy(one));
        Take((one, other) => one.Schemes == other.Schemes);
        return pairs;

        void Take(Func<Requirement, Requirement, bool> isSame)
        {
            foreach (var old in before.ToList())
            {
                if (after.Find(other => isSame(old, other)) is { } replacement)
                {
                    before.Remove(old);
                    after.Remove(replacement);
                    pairs.Add((old, replacement));
                }
            }
        }
    }

    private static void CompareScopes(ContractMap before, ContractMap after, SecurityRules rules, ComparisonNode site)
    {
        foreach (var (scheme, scopes) in before.Entries)
        {
            var (was, current) = (Texts(scopes), Texts(after[scheme]));
            was.Except(current).ToList().ForEach(scope => site.Add(rules.ScopeRemoved, before, after, $"{scheme}: {scope}", null,
                FindingLevel.Info, "callers are not affected"));
            current.Except(was).ToList().ForEach(scope => site.Add(rules.ScopeAdded, before, after, null, $"{scheme}: {scope}",
                FindingLevel.Error, "callers without it are rejected"));
        }
    }

    private static List<Requirement> Requirements(ContractNode? list) =>
        [.. ((list as ContractList)?.Items ?? []).OfType<ContractMap>().DistinctBy(NodeText.Canonical).Select(map => new Requirement(map))];

    private static Dictionary<string, ContractMap> Schemes(ShapeTable shapes)
    {
        var components = shapes.Document.Root["components"] as ContractMap;
        return ((components?["securitySchemes"] as ContractMap)?.Entries ?? [])
            .Select(entry => (entry.Key, Map: shapes.Document.ResolveMap(entry.Value)))
            .Where(entry => entry.Map is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Map!, StringComparer.Ordinal);
    }

    private sealed record Requirement(ContractMap Map)
    {
        public string Schemes { get; } = string.Join(" and ", Map.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal));

        public bool IsAnonymous => Schemes.Length == 0;

        public string Words => IsAnonymous ? "no credentials" : Schemes;

        /// <summary>Determines whether a caller that meets another requirement meets this one as well.</summary>
        public bool IsMetBy(Requirement met) => Map.Entries.All(scheme =>
            met.Map[scheme.Key] is { } scopes && !Texts(scheme.Value).Except(Texts(scopes)).Any());
    }

    private sealed record SecurityRules(string Added, string Removed, string ScopeAdded, string ScopeRemoved);

    private static List<string> Texts(ContractNode? list) =>
        [.. ((list as ContractList)?.Items ?? []).OfType<ContractScalar>().Select(item => item.Text)];
}

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
        CompareRequirements(before["security"], after["security"], before, after, OfAllOperations, site);
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

    private static void CompareRequirements(
        ContractNode? before, ContractNode? after, ContractMap owner, ContractMap successor, SecurityRules rules, ComparisonNode site)
    {
        var (was, current) = (Requirements(before), Requirements(after));
        foreach (var (key, requirement) in was)
        {
            if (current.TryGetValue(key, out var counterpart))
            {
                CompareScopes(requirement, counterpart, rules, site);
            }
            else if (current.Count == 0 || current.Values.Any(other => IsMetBy(other, requirement)))
            {
                site.Add(rules.Removed, requirement, after ?? successor, Show(key), null, FindingLevel.Info, "its callers are admitted with less");
            }
            else
            {
                site.Add(rules.Removed, requirement, after ?? successor, Show(key), null, FindingLevel.Error,
                    key.Length == 0 ? "callers that send no credentials are rejected" : "callers that use it are rejected");
            }
        }

        // Without requirements, anonymous access was allowed.
        var isTightened = was.Count == 0 && !current.ContainsKey("");
        foreach (var (key, requirement) in current.Where(pair => !was.ContainsKey(pair.Key)))
        {
            if (isTightened)
            {
                site.Add(rules.Added, before ?? owner, requirement, null, Show(key), FindingLevel.Error,
                    "no credentials were required before, and callers that send none are rejected");
            }
            else
            {
                site.Add(rules.Added, before ?? owner, requirement, null, Show(key), FindingLevel.Info, "callers are not affected");
            }
        }
    }

    private static string Show(string key) => key.Length == 0 ? "no credentials" : key;

    /// <summary>Determines whether a caller that meets one requirement meets another as well.</summary>
    private static bool IsMetBy(ContractMap requirement, ContractMap met) => requirement.Entries.All(scheme =>
        met[scheme.Key] is { } scopes && !Texts(scheme.Value).Except(Texts(scopes)).Any());

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

    private static Dictionary<string, ContractMap> Requirements(ContractNode? list) =>
        ((list as ContractList)?.Items ?? []).OfType<ContractMap>()
            .Select(map => (Key: string.Join(" and ", map.Entries.Select(entry => entry.Key).Order(StringComparer.Ordinal)), Map: map))
            .DistinctBy(requirement => requirement.Key)
            .ToDictionary(requirement => requirement.Key, requirement => requirement.Map, StringComparer.Ordinal);

    private static Dictionary<string, ContractMap> Schemes(ShapeTable shapes)
    {
        var components = shapes.Document.Root["components"] as ContractMap;
        return ((components?["securitySchemes"] as ContractMap)?.Entries ?? [])
            .Select(entry => (entry.Key, Map: shapes.Document.ResolveMap(entry.Value)))
            .Where(entry => entry.Map is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Map!, StringComparer.Ordinal);
    }

    private sealed record SecurityRules(string Added, string Removed, string ScopeAdded, string ScopeRemoved);

    private static List<string> Texts(ContractNode? list) =>
        [.. ((list as ContractList)?.Items ?? []).OfType<ContractScalar>().Select(item => item.Text)];
}

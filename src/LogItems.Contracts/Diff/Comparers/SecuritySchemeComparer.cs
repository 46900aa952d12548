using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares security schemes.</summary>
internal static class SecuritySchemeComparer
{
    private static readonly string[] Urls = ["authorizationUrl", "deviceAuthorizationUrl", "refreshUrl"];
    private static readonly string[] KindKeys = ["type", "scheme", "in", "name", "openIdConnectUrl"];

    public static void Compare(ContractMap before, ContractMap after, ComparisonNode site)
    {
        var (was, current) = (Kind(before), Kind(after));
        if (was != current)
        {
            site.Add("api-security-component-type-changed", before, after, was, current);
            return;
        }

        if (!NodeText.AreEqual(before["oauth2MetadataUrl"], after["oauth2MetadataUrl"]))
        {
            site.Add("api-security-component-oauth-url-changed", before["oauth2MetadataUrl"] ?? before, after["oauth2MetadataUrl"] ?? after,
                before.TextOf("oauth2MetadataUrl"), after.TextOf("oauth2MetadataUrl"));
        }

        var (flows, otherFlows) = (before["flows"] as ContractMap, after["flows"] as ContractMap);
        foreach (var name in (flows?.Entries ?? []).Concat(otherFlows?.Entries ?? []).Select(entry => entry.Key)
            .Where(name => !name.StartsWith("x-", StringComparison.Ordinal)).Distinct())
        {
            switch (flows?[name], otherFlows?[name])
            {
                case (ContractMap old, ContractMap replacement):
                    CompareFlows(old, replacement, site);
                    break;
                case (ContractMap old, null):
                    site.Add("api-security-component-oauth-flow-removed", old, otherFlows ?? after, name, null);
                    break;
                case (null, ContractMap replacement):
                    site.Add("api-security-component-oauth-flow-added", flows ?? before, replacement, null, name);
                    break;
            }
        }
    }

    private static void CompareFlows(ContractMap before, ContractMap after, ComparisonNode site)
    {
        foreach (var url in Urls.Where(url => !NodeText.AreEqual(before[url], after[url])))
        {
            Report("api-security-component-oauth-url-changed", before[url], after[url]);
        }

        if (!NodeText.AreEqual(before["tokenUrl"], after["tokenUrl"]))
        {
            Report("api-security-component-oauth-token-url-changed", before["tokenUrl"], after["tokenUrl"]);
        }

        var (was, current) = (before["scopes"] as ContractMap, after["scopes"] as ContractMap);
        foreach (var scope in (was?.Entries ?? []).Concat(current?.Entries ?? []).Select(entry => entry.Key).Distinct())
        {
            var (old, replacement) = (was?[scope], current?[scope]);
            if (!NodeText.AreEqual(old, replacement))
            {
                site.Add(
                    old is null ? "api-security-component-oauth-scope-added"
                    : replacement is null ? "api-security-component-oauth-scope-removed"
                    : "api-security-component-oauth-scope-changed",
                    old ?? was ?? before, replacement ?? current ?? after,
                    old is null ? null : $"{scope}: {NodeText.Show(old)}",
                    replacement is null ? null : $"{scope}: {NodeText.Show(replacement)}");
            }
        }

        void Report(string id, ContractNode? was, ContractNode? current) =>
            site.Add(id, was ?? before, current ?? after, NodeText.Show(was), NodeText.Show(current));
    }

    private static string Kind(ContractMap scheme) => string.Join(' ',
        KindKeys.Select(key => (scheme[key] as ContractScalar)?.Text).OfType<string>());
}

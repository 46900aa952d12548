using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the addresses of the service.</summary>
internal static class ServerComparer
{
    public static void Compare(ContractMap before, ContractMap after, ComparisonNode site)
    {
        var (was, current) = (Servers(before), Servers(after));
        foreach (var server in was.Where(server => current.Find(other => Url(other) == Url(server)) is not null))
        {
            CompareVariables(server, current.Find(other => Url(other) == Url(server))!, site);
        }

        var removed = was.Where(server => current.TrueForAll(other => Url(other) != Url(server))).ToList();
        var added = current.Where(server => was.TrueForAll(other => Url(other) != Url(server))).ToList();
        foreach (var (old, replacement) in Renames.Find(removed, added, Url, Similarity))
        {
            removed.Remove(old);
            added.Remove(replacement);
            site.Add("api-server-url-changed", old, replacement, Url(old), Url(replacement));
            CompareVariables(old, replacement, site);
        }

        removed.ForEach(server => site.Add("api-server-removed", server, after["servers"] ?? after, Url(server), null));
        added.ForEach(server => site.Add("api-server-added", before["servers"] ?? before, server, null, Url(server)));
    }

    private static void CompareVariables(ContractMap before, ContractMap after, ComparisonNode site)
    {
        foreach (var (name, node) in before.EntriesOf("variables"))
        {
            if (node is ContractMap was && (after["variables"] as ContractMap)?[name] is ContractMap current)
            {
                CompareVariable(was, current, site);
            }
        }
    }

    private static void CompareVariable(ContractMap before, ContractMap after, ComparisonNode site)
    {
        if (!NodeText.AreEqual(before["default"], after["default"]))
        {
            site.Add("api-server-variable-default-changed", before["default"] ?? before, after["default"] ?? after,
                NodeText.Show(before["default"]), NodeText.Show(after["default"]));
        }

        var (was, current) = (Values(before), Values(after));
        was.Where(value => !current.Exists(other => other.Text == value.Text)).ToList().ForEach(value => site.Add(
            "api-server-variable-enum-value-removed", value, after["enum"] ?? after, value.Text, null));
        current.Where(value => !was.Exists(other => other.Text == value.Text)).ToList().ForEach(value => site.Add(
            "api-server-variable-enum-value-added", before["enum"] ?? before, value, null, value.Text));
    }

    // A relocated service may have another name.
    private static double Similarity(ContractMap one, ContractMap other) => Math.Max(0.5, Renames.Similarity(Url(one), Url(other)));

    private static List<ContractScalar> Values(ContractMap variable) =>
        [.. variable.ItemsOf("enum").OfType<ContractScalar>()];

    private static List<ContractMap> Servers(ContractMap owner) =>
        [.. owner.ItemsOf("servers").OfType<ContractMap>().DistinctBy(Url)];

    private static string Url(ContractMap server) => server.TextOf("url") ?? "";
}

using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the headers of a response.</summary>
internal sealed class HeaderComparer(Comparison comparison)
{
    public void Compare(ContractMap before, ContractMap after, ComparisonNode site)
    {
        var was = Headers(before, comparison.Before.Document);
        var current = Headers(after, comparison.After.Document);
        foreach (var (old, replacement) in Pairs(was, current))
        {
            was.Remove(old);
            current.Remove(replacement);
            Compare(old, replacement, site);
        }

        was.ForEach(header => site.Add(
            header.IsRequired ? "required-response-header-removed" : "optional-response-header-removed",
            header.Map, after["headers"] ?? after, header.Name, null));
        current.ForEach(header => site.Add("response-header-added", before["headers"] ?? before, header.Map, null, header.Name));
    }

    private List<(ContractParameter Before, ContractParameter After)> Pairs(List<ContractParameter> before, List<ContractParameter> after)
    {
        var pairs = Renames.Find(before, after, header => header.Key, (one, other) => one.Key == other.Key ? 1 : 0);
        var removed = before.Except(pairs.Select(pair => pair.Before)).ToList();
        var added = after.Except(pairs.Select(pair => pair.After)).ToList();
        pairs.AddRange(Renames.Find(removed, added, header => header.Key, (one, other) =>
            one.IsRequired == other.IsRequired
            && comparison.Before.FingerprintOf(one) == comparison.After.FingerprintOf(other)
                ? Renames.Similarity(one.Name, other.Name)
                : 0));
        return pairs;
    }

    private void Compare(ContractParameter before, ContractParameter after, ComparisonNode site)
    {
        if (before.Key != after.Key)
        {
            Report("response-header-renamed", before.Name, after.Name);
        }

        if (before.IsRequired != after.IsRequired)
        {
            Report(after.IsRequired ? "response-header-became-required" : "response-header-became-optional", null, null);
        }

        if (ParameterComparer.StyleOf(before) is var was && ParameterComparer.StyleOf(after) is var current && was != current)
        {
            Report("response-header-style-changed", was, current);
        }

        var isDeprecated = after.Map.IsTrue("deprecated");
        if (before.Map.IsTrue("deprecated") != isDeprecated)
        {
            Report(isDeprecated ? "response-header-deprecated" : "response-header-reactivated", null, null);
        }

        comparison.CompareSchemas(
            comparison.Before.Of(before), comparison.After.Of(after),
            new SchemaUse(SchemaLocation.ResponseHeader, before.IsText && after.IsText, !before.IsRequired, !after.IsRequired), site);

        void Report(string id, string? old, string? replacement) => site.Add(id, before.Map, after.Map, old, replacement);
    }

    // A header is described like a parameter, but its name and location are specified elsewhere.
    private static List<ContractParameter> Headers(ContractMap response, ContractDocument document) =>
    [
        .. from entry in response.EntriesOf("headers")
           let map = document.ResolveMap(entry.Value)
           where map is not null
           select new ContractParameter(map, "header", entry.Key),
    ];
}

using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the headers of a response.</summary>
internal sealed class HeaderComparer(Comparison comparison)
{
    public void Compare(ContractMap before, ContractMap after, ComparisonNode site)
    {
        var was = Headers(before, comparison.Before);
        var current = Headers(after, comparison.After);
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

    private static List<(Parameter Before, Parameter After)> Pairs(List<Parameter> before, List<Parameter> after)
    {
        var pairs = Renames.Find(before, after, header => header.Key, (one, other) => one.Key == other.Key ? 1 : 0);
        var removed = before.Except(pairs.Select(pair => pair.Before)).ToList();
        var added = after.Except(pairs.Select(pair => pair.After)).ToList();
        pairs.AddRange(Renames.Find(removed, added, header => header.Key, (one, other) =>
            one.IsRequired == other.IsRequired
            && ShapeFingerprint.Of(one.Shapes, one.Shape) == ShapeFingerprint.Of(other.Shapes, other.Shape)
                ? Renames.Likeness(one.Name, other.Name)
                : 0));
        return pairs;
    }

    private void Compare(Parameter before, Parameter after, ComparisonNode site)
    {
        if (before.Key != after.Key)
        {
            Report("response-header-renamed", before.Name, after.Name);
        }

        if (before.IsRequired != after.IsRequired)
        {
            Report(after.IsRequired ? "response-header-became-required" : "response-header-became-optional", null, null);
        }

        if (before.Style != after.Style)
        {
            Report("response-header-style-changed", before.Style, after.Style);
        }

        var (was, current) = (before.Map.IsTrue("deprecated"), after.Map.IsTrue("deprecated"));
        if (was != current)
        {
            Report(current ? "response-header-deprecated" : "response-header-reactivated", null, null);
        }

        comparison.CompareSchemas(
            before.Shape, after.Shape,
            new SchemaUse(SchemaLocation.ResponseHeader, before.IsText && after.IsText, !before.IsRequired, !after.IsRequired), site);

        void Report(string id, string? was, string? current) => site.Add(id, before.Map, after.Map, was, current);
    }

    // A header is described like a parameter that has its name and place from elsewhere.
    private static List<Parameter> Headers(ContractMap response, ShapeTable shapes) =>
    [
        .. ((response["headers"] as ContractMap)?.Entries ?? [])
            .Select(entry => (entry.Key, Map: shapes.Document.ResolveMap(entry.Value)))
            .Where(entry => entry.Map is not null)
            .Select(entry => Parameter.OfHeader(entry.Key, entry.Map!, shapes)),
    ];
}

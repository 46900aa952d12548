using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the request bodies of an operation.</summary>
internal sealed class RequestBodyComparer(Comparison comparison)
{
    private readonly ContentComparer _contents = new(comparison);

    public void Compare(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var was = comparison.Before.Document.ResolveMap(before.Map["requestBody"]);
        var current = comparison.After.Document.ResolveMap(after.Map["requestBody"]);
        switch (was, current)
        {
            case (null, null):
                break;
            case (null, _):
                site.Add(
                    current.IsTrue("required") ? "request-body-added-required" : "request-body-added-optional", before.Map, current, null, null);
                break;
            case (_, null):
                site.Add("request-body-removed", was, after.Map, null, null);
                break;
            default:
                CompareNecessity(was, current, site);
                _contents.Compare(was, current, SchemaLocation.RequestBody, site);
                break;
        }
    }

    private static void CompareNecessity(ContractMap before, ContractMap after, ComparisonNode site)
    {
        if (before.IsTrue("required") != after.IsTrue("required"))
        {
            site.Add(after.IsTrue("required") ? "request-body-became-required" : "request-body-became-optional", before, after, null, null);
        }
    }
}

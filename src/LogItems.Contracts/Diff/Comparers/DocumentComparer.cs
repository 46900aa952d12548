using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares two documents.</summary>
internal static class DocumentComparer
{
    public static Comparison Compare(ContractDocument before, ContractDocument after, DateOnly today)
    {
        var comparison = new Comparison(before, after, today);
        CompareVersions(before.Root["info"] as ContractMap, after.Root["info"] as ContractMap, comparison.Document);
        ServerComparer.Compare(before.Root, after.Root, comparison.Document);
        SecurityComparer.CompareDocuments(comparison);
        new OperationComparer(comparison).Compare();
        new WebhookComparer(comparison).Compare();
        comparison.FinishSchemas();
        return comparison;
    }

    private static void CompareVersions(ContractMap? before, ContractMap? after, ComparisonNode site)
    {
        if (before?["version"] is ContractScalar was && after?["version"] is ContractScalar current
            && Version.TryParse(Padded(was.Text), out var old) && Version.TryParse(Padded(current.Text), out var replacement)
            && old != replacement)
        {
            site.Add(replacement > old ? "api-version-increased" : "api-version-decreased", was, current, was.Text, current.Text);
        }
    }

    // .NET does not parse a version with a single number.
    private static string Padded(string version)
    {
        var text = version.TrimStart('v');
        return text.Contains('.', StringComparison.Ordinal) ? text : $"{text}.0";
    }
}

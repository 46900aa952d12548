using System.Globalization;

namespace LogItems.Contracts.Conformance;

/// <summary>The coverage of a contract by exchanges.</summary>
/// <param name="Items">Everything that can be covered, in the order of the contract.</param>
public sealed record CoverageReport(IReadOnlyList<CoverageItem> Items)
{
    /// <summary>The share that was covered.</summary>
    /// <value>0 to 1; 0 if there is nothing to cover, because then nothing was checked.</value>
    public double Share => Items.Count == 0 ? 0 : ShareOf(Items);

    /// <summary>The items that were not covered.</summary>
    public IEnumerable<CoverageItem> Missing => Items.Where(item => !item.IsCovered);

    /// <summary>The share of one kind that was covered, 0 to 1; 1 if the contract has nothing of the kind.</summary>
    public double Of(CoverageKind kind) => ShareOf([.. Items.Where(item => item.Kind == kind)]);

    /// <summary>One sentence: <c>Coverage 84.3 %: operations 9 of 9, parameters 20 of 20, …</c></summary>
    public override string ToString()
    {
        var kinds = Items.GroupBy(item => item.Kind).OrderBy(kind => kind.Key)
            .Select(kind => $"{NounOf(kind.Key)} {kind.Count(item => item.IsCovered)} of {kind.Count()}");
        return string.Create(CultureInfo.InvariantCulture, $"Coverage {100 * Share:0.0} %{(Items.Count == 0 ? "" : ": ")}{string.Join(", ", kinds)}.");
    }

    private static string NounOf(CoverageKind kind) => kind switch
    {
        CoverageKind.Operation => "operations",
        CoverageKind.Parameter => "parameters",
        CoverageKind.Status => "statuses",
        CoverageKind.Property => "properties",
        _ => "enum values",
    };

    private static double ShareOf(IReadOnlyCollection<CoverageItem> items) =>
        items.Count == 0 ? 1 : (double)items.Count(item => item.IsCovered) / items.Count;
}

using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Two documents that are compared, and the findings so far.</summary>
internal sealed class Comparison
{
    private readonly List<ComparisonNode> _sites = [];
    private readonly SchemaComparer _schemas;

    public Comparison(ContractDocument before, ContractDocument after, DateOnly today)
    {
        Before = new ShapeTable(before);
        After = new ShapeTable(after);
        Unchanged = new UnchangedParts(before, after);
        Today = today;
        _schemas = new SchemaComparer(this);
        Document = NewSite(ComparisonNode.OfDocument());
    }

    public ShapeTable Before { get; }

    public ShapeTable After { get; }

    /// <summary>The parts that need not be compared.</summary>
    public UnchangedParts Unchanged { get; }

    public DateOnly Today { get; }

    /// <summary>The node for changes that concern the document as a whole.</summary>
    public ComparisonNode Document { get; }

    public IReadOnlyList<ComparisonNode> Sites => _sites;

    public ComparisonNode NewSite(ComparisonNode site)
    {
        _sites.Add(site);
        return site;
    }

    /// <summary>Queues two schemas for comparison; a pair that was compared for another use is not compared again.</summary>
    public void CompareSchemas(SchemaShape before, SchemaShape after, SchemaUse use, ComparisonNode user) =>
        _schemas.Add(before, after, use, user);

    public void FinishSchemas() => _schemas.Finish();
}

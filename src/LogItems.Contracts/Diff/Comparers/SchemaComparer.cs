using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares schemas: each pair once per use, iteratively, so that neither cycles nor depth matter.</summary>
internal sealed partial class SchemaComparer(Comparison comparison)
{
    private readonly Dictionary<(SchemaShape, SchemaShape, SchemaUse), ComparisonNode> _sites = [];
    private readonly Queue<(SchemaShape Before, SchemaShape After, SchemaUse Use, ComparisonNode Site)> _open = new();

    private ShapeTable Before => comparison.Before;

    private ShapeTable After => comparison.After;

    public void Add(SchemaShape before, SchemaShape after, SchemaUse use, ComparisonNode user)
    {
        if (_sites.TryGetValue((before, after, use), out var site))
        {
            site.AddUser(user);
            return;
        }

        if (comparison.Unchanged.Are(before.Sources, after.Sources))
        {
            return;
        }

        site = comparison.NewSite(ComparisonNode.UsedBy(user));
        _sites.Add((before, after, use), site);
        _open.Enqueue((before, after, use, site));
    }

    public void Finish()
    {
        while (_open.TryDequeue(out var pair))
        {
            Compare(new SchemaPair(pair.Before, pair.After, pair.Use, pair.Site));
        }
    }

    private void Compare(SchemaPair pair)
    {
        if (pair.Before.IsNever || pair.After.IsNever)
        {
            CompareExclusions(pair);
            return;
        }

        CompareNames(pair);
        CompareXml(pair);
        CompareNull(pair);
        CompareEnum(pair);
        var isSameKind = CompareAlternatives(pair) && CompareType(pair);
        if (isSameKind)
        {
            CompareValues(pair);
            CompareProperties(pair);
            CompareContents(pair);
            CompareApplicators(pair);
        }
    }

    private static void CompareXml(SchemaPair pair)
    {
        if (pair.Use.IsXml && (XmlForm.Of(pair.Before), XmlForm.Of(pair.After)) is var (was, current) && was != current)
        {
            pair.Report("xml-changed", pair.Before["xml"], pair.After["xml"], was.ToString(), current.ToString());
        }
    }

    private void CompareContents(SchemaPair pair)
    {
        if (pair.Before["items"] is not null || pair.After["items"] is not null)
        {
            CompareParts(pair, pair.Before["items"], pair.After["items"], pair.Use);
        }

        var (was, current) = (pair.Before["additionalProperties"], pair.After["additionalProperties"]);
        var (wasClosed, isClosed) = (IsFalse(was), IsFalse(current));
        if (wasClosed != isClosed)
        {
            pair.Report(
                isClosed ? "additional-properties-forbidden" : "additional-properties-allowed",
                was, current, NodeText.Show(was), NodeText.Show(current));
        }
        else if (was is ContractMap || current is ContractMap)
        {
            var use = new SchemaUse(pair.Use.Location.OfProperties, pair.Use.IsText, false, false)
            {
                IsHidden = pair.Use.IsHidden,
                IsXml = pair.Use.IsXml,
                IsIgnoredBySdk = pair.Before.Properties.Count > 0 && pair.After.Properties.Count > 0,
            };
            CompareParts(pair, was as ContractMap, current as ContractMap, use);
        }
    }

    private void CompareParts(SchemaPair pair, ContractNode? before, ContractNode? after, SchemaUse use) => Add(
        before is null ? SchemaShape.Anything(pair.Before.Node) : Before.Of(before),
        after is null ? SchemaShape.Anything(pair.After.Node) : After.Of(after),
        use,
        pair.Site);

    private static bool IsFalse(ContractNode? node) => node is ContractScalar { Kind: ScalarKind.Boolean, Text: "false" };
}

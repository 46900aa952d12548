using LogItems.Contracts.Diff.Detection;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the operations of the documents.</summary>
internal sealed class OperationComparer(Comparison comparison)
{
    private readonly ParameterComparer _parameters = new(comparison);
    private readonly RequestBodyComparer _bodies = new(comparison);
    private readonly ResponseComparer _responses = new(comparison);

    public void Compare()
    {
        var (before, after) = (comparison.Before.Document, comparison.After.Document);
        var operations = new OperationPairs(before, after);
        foreach (var (was, current) in operations.Pairs)
        {
            Compare(was, current);
        }

        var paths = ContractOperation.All(after).Select(operation => operation.Template).ToHashSet(StringComparer.Ordinal);
        foreach (var operation in operations.Removed)
        {
            var notice = DeprecationNotice.Of(operation.Map);
            var rule = paths.Contains(operation.Template)
                ? notice.RuleOfRemoval(comparison.Today, "api-removed-without-deprecation", "api-removed-before-sunset", "api-removed-with-deprecation")
                : notice.RuleOfRemoval(
                    comparison.Today, "api-path-removed-without-deprecation", "api-path-removed-before-sunset", "api-path-removed-with-deprecation");
            Site(operation).Add(rule, operation.Map, after.Root["paths"] ?? after.Root, operation.Name, null);
        }

        foreach (var operation in operations.Added)
        {
            Site(operation).Add("endpoint-added", before.Root["paths"] ?? before.Root, operation.Map, null, operation.Name);
        }
    }

    private void Compare(ContractOperation before, ContractOperation after)
    {
        if (comparison.Unchanged.Are(before, after))
        {
            return;
        }

        var site = Site(before);
        if (before.Template != after.Template
            && before.EffectiveTemplate(comparison.Before.Document) != after.EffectiveTemplate(comparison.After.Document))
        {
            site.Add("endpoint-moved", before.Map, after.Map, before.Name, after.Name);
        }

        CompareId(before, after, site);
        CompareTags(before, after, site);
        CompareStability(before, after, site);
        DeprecationRules.OfOperations.Compare(before.Map, after.Map, site);
        SecurityComparer.CompareOperations(comparison, before, after, site);
        CompareServers(before, after, site);
        CompareCallbacks(before, after, site);
        _parameters.Compare(before, after, site);
        _bodies.Compare(before, after, site);
        _responses.Compare(before, after, site);
    }

    private ComparisonNode Site(ContractOperation operation) =>
        comparison.NewSite(ComparisonNode.OfOperation(new ComparedOperation(operation.Name, Stability.Of(operation.Map).IsPromised)));

    private static void CompareId(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        if (before.Id != after.Id)
        {
            site.Add(before.Id is null ? "api-operation-id-added" : "api-operation-id-removed",
                before.Map["operationId"] ?? before.Map, after.Map["operationId"] ?? after.Map, before.Id, after.Id);
        }
    }

    private static void CompareTags(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var (was, current) = (Texts(before.Map["tags"]), Texts(after.Map["tags"]));
        foreach (var (tag, node) in was.Where(tag => !current.ContainsKey(tag.Key)))
        {
            site.Add("api-tag-removed", node, after.Map["tags"] ?? after.Map, tag, null);
        }

        foreach (var (tag, node) in current.Where(tag => !was.ContainsKey(tag.Key)))
        {
            site.Add("api-tag-added", before.Map["tags"] ?? before.Map, node, null, tag);
        }
    }

    private static void CompareStability(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var (was, current) = (Stability.Of(before.Map), Stability.Of(after.Map));
        if (was.Rank != current.Rank && was.Rank is not null && current.Rank is not null)
        {
            site.Add(current.Rank < was.Rank ? "api-stability-decreased" : "api-stability-increased",
                was.Node ?? before.Map, current.Node ?? after.Map, was.Word, current.Word);
        }

        if (current.Rank is null && was.Word != current.Word)
        {
            site.Add("api-invalid-stability-level", was.Node ?? before.Map, current.Node!, was.Word, current.Word);
        }
    }

    private static void CompareServers(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        ServerComparer.Compare(before.Map, after.Map, site);
        ServerComparer.Compare(before.PathItem, after.PathItem, site);
    }

    private static void CompareCallbacks(ContractOperation before, ContractOperation after, ComparisonNode site)
    {
        var (was, current) = (before.Map["callbacks"] as ContractMap, after.Map["callbacks"] as ContractMap);
        foreach (var (name, node) in (was?.Entries ?? []).Where(entry => current?.Has(entry.Key) != true))
        {
            site.Add("callback-removed", node, current ?? after.Map, name, null);
        }

        foreach (var (name, node) in (current?.Entries ?? []).Where(entry => was?.Has(entry.Key) != true))
        {
            site.Add("callback-added", was ?? before.Map, node, null, name);
        }
    }

    private static Dictionary<string, ContractNode> Texts(ContractNode? list) =>
        ((list as ContractList)?.Items ?? []).OfType<ContractScalar>().DistinctBy(item => item.Text)
            .ToDictionary(item => item.Text, ContractNode (item) => item, StringComparer.Ordinal);
}

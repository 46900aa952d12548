using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares the keywords of JSON Schema 2020-12 that OpenAPI 3.0 does not have.</summary>
internal sealed partial class SchemaComparer
{
    private static readonly (FindingLevel, string)? Opened = (FindingLevel.Info, "callers are not affected");
    private static readonly (FindingLevel, string)? Closed = (FindingLevel.Error, "properties of that pattern are rejected");
    private static readonly (FindingLevel, string)? OpenedToCallers = (FindingLevel.Error, "callers may receive properties of that pattern");

    private void CompareApplicators(SchemaPair pair)
    {
        CompareConditions(pair);
        ComparePart(pair, pair.Before["contains"], pair.After["contains"], "contains-added", "contains-removed");
        CompareLimit(pair, "propertyNames", "property-names-added", "property-names-removed");
        CompareLimit(pair, "unevaluatedItems", "unevaluated-items-added", "unevaluated-items-removed");
        CompareLimit(pair, "unevaluatedProperties", "unevaluated-properties-added", "unevaluated-properties-removed");
        CompareLimit(pair, "contentSchema", "content-schema-added", "content-schema-removed");
        CompareValue(pair, "contentMediaType", "content-media-type-changed", "content-media-type-changed", "content-media-type-changed");
        CompareValue(pair, "contentEncoding", "content-encoding-changed", "content-encoding-changed", "content-encoding-changed");
        CompareCounts(pair, "minContains", ExactNumber.Of(1), "min-contains-increased", "min-contains-decreased");
        CompareCounts(pair, "maxContains", null, "max-contains-increased", "max-contains-decreased");
        CompareFirstItems(pair);
        CompareNamed(pair, "dependentSchemas", "dependent-schema-added", "dependent-schema-removed", (_, _) => null);
        CompareNamed(pair, "patternProperties", "pattern-property-added", "pattern-property-removed", Admission);
        CompareDependencies(pair);
    }

    private void CompareLimit(SchemaPair pair, string keyword, string added, string removed) =>
        ComparePart(pair, pair.Before.Limit(keyword), pair.After.Limit(keyword), added, removed);

    /// <summary>Compares the schema of a keyword.</summary>
    private void ComparePart(SchemaPair pair, ContractNode? before, ContractNode? after, string added, string removed)
    {
        if (before is not null && after is not null)
        {
            CompareParts(pair, before, after, pair.Use with { IsRepeatable = false });
        }
        else if (before is not null || after is not null)
        {
            pair.Report(before is null ? added : removed, before, after, NodeText.Show(before), NodeText.Show(after));
        }
    }

    private static void CompareCounts(SchemaPair pair, string keyword, ExactNumber? without, string increased, string decreased)
    {
        var (was, current) = (pair.Before.Bound(keyword), pair.After.Bound(keyword));
        var (before, after) = (was?.Value ?? without, current?.Value ?? without);
        var order = before is { } old && after is { } replacement ? replacement.CompareTo(old) : before is null ? after is null ? 0 : -1 : 1;
        if (order != 0 && pair.Before["contains"] is not null && pair.After["contains"] is not null)
        {
            pair.Report(order > 0 ? increased : decreased, was?.Node, current?.Node, was?.Node.Text, current?.Node.Text);
        }
    }

    // An item that is not described by its position is described by 'items'.
    private void CompareFirstItems(SchemaPair pair)
    {
        var (before, after) = (pair.Before["prefixItems"] as ContractList, pair.After["prefixItems"] as ContractList);
        for (var index = 0; index < Math.Max(before?.Items.Count ?? 0, after?.Items.Count ?? 0); index++)
        {
            var (was, current) = (before?.Items.ElementAtOrDefault(index), after?.Items.ElementAtOrDefault(index));
            if (was is not null && current is not null)
            {
                CompareParts(pair, was, current, pair.Use with { IsRepeatable = false });
            }
            else if ((was ?? pair.Before["items"]) is var old && (current ?? pair.After["items"]) is var replacement
                && FingerprintOf(Before, old) != FingerprintOf(After, replacement))
            {
                var isReplaced = !pair.Use.Location.IsResponse && was is not null && replacement is not null;
                pair.Report(
                    was is null ? "prefix-items-added" : "prefix-items-removed", was, current, NodeText.Show(was), NodeText.Show(current),
                    meaning: isReplaced ? (FindingLevel.Error, "items at that position have to match 'items' now") : null);
            }
        }
    }

    private static string? FingerprintOf(ShapeTable shapes, ContractNode? schema) =>
        SchemaParts.Limiting(schema) is { } limiting ? ShapeFingerprint.Of(shapes, shapes.Of(limiting)) : null;

    private void CompareNamed(
        SchemaPair pair, string keyword, string added, string removed, Func<SchemaPair, bool, (FindingLevel, string)?> meaning)
    {
        var (before, after) = (pair.Before[keyword] as ContractMap, pair.After[keyword] as ContractMap);
        foreach (var name in Keys(before).Union(Keys(after)))
        {
            var (was, current) = (before?[name], after?[name]);
            if (was is not null && current is not null)
            {
                CompareParts(pair, was, current, pair.Use with { Location = pair.Use.Location.OfProperties, IsRepeatable = false });
            }
            else if (SchemaParts.Limiting(was ?? current) is not null || meaning(pair, was is null) is not null)
            {
                pair.Report(
                    was is null ? added : removed, was, current, was is null ? null : name, was is null ? name : null,
                    meaning: meaning(pair, was is null));
            }
        }
    }

    // If no other properties are allowed, a pattern permits properties instead of restricting them.
    private static (FindingLevel, string)? Admission(SchemaPair pair, bool isAdded) =>
        !IsFalse(pair.Before["additionalProperties"]) || !IsFalse(pair.After["additionalProperties"]) ? null
        : isAdded == pair.Use.Location.IsResponse ? isAdded ? OpenedToCallers : Closed
        : Opened;
}

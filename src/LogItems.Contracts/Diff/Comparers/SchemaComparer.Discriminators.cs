using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares discriminators.</summary>
internal sealed partial class SchemaComparer
{
    private const string Components = "#/components/schemas/";

    private static void CompareDiscriminators(SchemaPair pair)
    {
        var (before, after) = (pair.Before["discriminator"] as ContractMap, pair.After["discriminator"] as ContractMap);
        if (before is null || after is null)
        {
            if (before != after)
            {
                pair.Report(after is null ? "discriminator-removed" : "discriminator-added", before, after,
                    NodeText.Show(before?["propertyName"]), NodeText.Show(after?["propertyName"]),
                    Replaces(pair, before ?? after!) ? FindingLevel.Error : FindingLevel.Warn);
            }

            return;
        }

        if (!NodeText.AreEqual(before["propertyName"], after["propertyName"]))
        {
            pair.Report("discriminator-property-name-changed", before, after,
                NodeText.Show(before["propertyName"]), NodeText.Show(after["propertyName"]));
        }

        CompareMapping(pair, before, after);
    }

    // The generated class has no member for the property of the discriminator.
    private static bool Replaces(SchemaPair pair, ContractMap discriminator) => discriminator.TextOf("propertyName") is { } name
        && pair.Before.Properties.ContainsKey(name) && pair.After.Properties.ContainsKey(name);

    private static void CompareMapping(SchemaPair pair, ContractMap before, ContractMap after)
    {
        var (was, current) = (before["mapping"] as ContractMap, after["mapping"] as ContractMap);
        foreach (var key in Keys(was).Union(Keys(current)))
        {
            Compare(key, was?[key], current?[key], Target(was?[key], key, pair.Before), Target(current?[key], key, pair.After));
        }

        // Since OpenAPI 3.2, values without a mapping have a default.
        var (rest, newRest) = (before["defaultMapping"], after["defaultMapping"]);
        Compare("defaultMapping", rest, newRest, Target(rest), Target(newRest));

        void Compare(string key, ContractNode? old, ContractNode? replacement, string? target, string? newTarget)
        {
            if (target != newTarget)
            {
                pair.Report(
                    old is null ? "discriminator-mapping-added" : replacement is null ? "discriminator-mapping-deleted" : "discriminator-mapping-changed",
                    old ?? before, replacement ?? after,
                    old is null ? null : $"{key}: {NodeText.Show(old)}",
                    replacement is null ? null : $"{key}: {NodeText.Show(replacement)}");
            }
        }
    }

    // The name of a schema is valid even without a mapping.
    private static string? Target(ContractNode? mapped, string key, SchemaShape shape) => Target(mapped)
        ?? (shape.Alternatives.Any(item => Reference(item.Node) == $"{Components}{key}") ? $"{Components}{key}" : null);

    // By its name or by reference.
    private static string? Target(ContractNode? mapped) => (mapped as ContractScalar)?.Text switch
    {
        null => null,
        var text when text.Contains('/', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal) => text,
        var text => $"{Components}{text}",
    };

    private static string? Reference(ContractNode node) => ((node as ContractMap)?["$ref"] as ContractScalar)?.Text;
}

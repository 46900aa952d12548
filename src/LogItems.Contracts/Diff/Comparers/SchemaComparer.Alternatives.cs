using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
    private const string Components = "#/components/schemas/";

    private static readonly (FindingLevel, string)? MatchesTwo =
        (FindingLevel.Error, "a value that matched one alternative may match two of them and is rejected");

    /// <summary>Compares the alternatives and returns whether the rest of the schemas can be compared.</summary>
    private bool CompareAlternatives(SchemaPair pair)
    {
        var (before, after) = (pair.Before.Alternatives, pair.After.Alternatives);
        CompareDiscriminators(pair);
        if (before.Count == 0 && after.Count == 0)
        {
            return true;
        }

        if (before.Count == 0 || after.Count == 0)
        {
            return CompareWrapping(pair, before.Count == 0);
        }

        Pair(pair, [.. before.Select(item => Branch(item, Before))], [.. after.Select(item => Branch(item, After))]);
        return true;
    }

    private void Pair(SchemaPair pair, List<SchemaBranch> before, List<SchemaBranch> after)
    {
        Take(pair, before, after, branch => branch.Shape.Name);
        Take(pair, before, after, branch => branch.Fingerprint);
        // What is left on either side is most likely the same, changed.
        if (before.Count == 1 && after.Count == 1)
        {
            Add(before[0].Shape, after[0].Shape, pair.Use, pair.Site);
            return;
        }

        before.ForEach(branch => pair.Report(branch.IsOneOf ? "one-of-removed" : "any-of-removed", branch.Node, null, branch.Words, null));
        foreach (var branch in after)
        {
            var overlaps = branch.IsOneOf && Overlaps(pair, branch.Shape);
            pair.Report(branch.IsOneOf ? "one-of-added" : "any-of-added", null, branch.Node, null, branch.Words, meaning: overlaps ? MatchesTwo : null);
        }
    }

    private void Take(SchemaPair pair, List<SchemaBranch> before, List<SchemaBranch> after, Func<SchemaBranch, string?> mark)
    {
        foreach (var branch in before.Where(branch => mark(branch) is not null).ToList())
        {
            if (after.Find(other => mark(other) == mark(branch)) is { } same)
            {
                before.Remove(branch);
                after.Remove(same);
                Add(branch.Shape, same.Shape, pair.Use, pair.Site);
            }
        }
    }

    /// <summary>One side is one of the alternatives of the other, or something else entirely.</summary>
    private bool CompareWrapping(SchemaPair pair, bool isWrapped)
    {
        var (single, singleShapes) = isWrapped ? (pair.Before, Before) : (pair.After, After);
        var (several, severalShapes) = isWrapped ? (pair.After, After) : (pair.Before, Before);
        var fingerprint = ShapeFingerprint.Of(singleShapes, single);
        var same = several.Alternatives.Select(item => severalShapes.Of(item.Node)).FirstOrDefault(shape =>
            (shape.Name is not null && shape.Name == single.Name) || ShapeFingerprint.Of(severalShapes, shape) == fingerprint);
        pair.Report(
            same is null ? "type-changed" : isWrapped ? "wrapped-in-one-of" : "unwrapped-from-one-of",
            null, null, Words(pair.Before, Before), Words(pair.After, After),
            SdkTypeOf(pair.Before, Before) == SdkTypeOf(pair.After, After) ? FindingLevel.None : null,
            meaning: same is not null && isWrapped && Overlaps(pair, same) ? MatchesTwo : null);
        return false;
    }

    // The generator takes the first alternative of 'oneOf' for the type.
    private static string SdkTypeOf(SchemaShape shape, ShapeTable shapes)
    {
        var taken = shape is { Type: null, Alternatives: [{ Keyword: "oneOf" } first, ..] } ? shapes.Of(first.Node) : shape;
        return $"{SdkType.OfValue(shapes, taken)} {taken.Name}";
    }

    /// <summary>Determines whether a request's value of an alternative can match another one of <c>oneOf</c> as well and is rejected.</summary>
    private bool Overlaps(SchemaPair pair, SchemaShape alternative) =>
        !pair.Use.Place.IsResponse && pair.After["discriminator"] is null && pair.After.Alternatives
            .Where(item => item.Keyword == "oneOf")
            .Select(item => After.Of(item.Node))
            .Any(other => other != alternative && !Disjointness.IsProven(alternative, other, After));

    private static string Words(SchemaShape shape, ShapeTable shapes) => shape.Alternatives.Count == 0
        ? shape.Name ?? ShowType(shape)
        : string.Join(" or ", shape.Alternatives.Select(item => Branch(item, shapes).Words));

    private static SchemaBranch Branch(SchemaAlternative alternative, ShapeTable shapes) =>
        new(alternative, shapes, shapes.Of(alternative.Node));

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

    // The property that the discriminator names is not a member of the class that the generator emits.
    private static bool Replaces(SchemaPair pair, ContractMap discriminator) => discriminator.TextOf("propertyName") is { } name
        && pair.Before.Properties.ContainsKey(name) && pair.After.Properties.ContainsKey(name);

    private static void CompareMapping(SchemaPair pair, ContractMap before, ContractMap after)
    {
        var (was, current) = (before["mapping"] as ContractMap, after["mapping"] as ContractMap);
        foreach (var key in Keys(was).Union(Keys(current)))
        {
            var (old, replacement) = (was?[key], current?[key]);
            if (Target(old, key, pair.Before) != Target(replacement, key, pair.After))
            {
                pair.Report(
                    old is null ? "discriminator-mapping-added" : replacement is null ? "discriminator-mapping-deleted" : "discriminator-mapping-changed",
                    old ?? before, replacement ?? after,
                    old is null ? null : $"{key}: {NodeText.Show(old)}",
                    replacement is null ? null : $"{key}: {NodeText.Show(replacement)}");
            }
        }
    }

    // A mapping refers to a schema by name or by reference; the name works without a mapping, too.
    private static string? Target(ContractNode? mapped, string key, SchemaShape shape) => (mapped as ContractScalar)?.Text switch
    {
        null => shape.Alternatives.Any(item => Reference(item.Node) == $"{Components}{key}") ? $"{Components}{key}" : null,
        var text when text.Contains('/', StringComparison.Ordinal) || text.Contains('#', StringComparison.Ordinal) => text,
        var text => $"{Components}{text}",
    };

    private static string? Reference(ContractNode node) => ((node as ContractMap)?["$ref"] as ContractScalar)?.Text;

    private static IEnumerable<string> Keys(ContractMap? map) => map?.Entries.Select(entry => entry.Key) ?? [];

    private sealed record SchemaBranch(SchemaAlternative Alternative, ShapeTable Shapes, SchemaShape Shape)
    {
        public ContractNode Node => Alternative.Node;

        public bool IsOneOf => Alternative.Keyword == "oneOf";

        public string Fingerprint => ShapeFingerprint.Of(Shapes, Shape);

        public string Words => Shape.Name ?? ShowType(Shape);
    }
}

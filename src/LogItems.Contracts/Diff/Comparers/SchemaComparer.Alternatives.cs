using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
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
        CompareKeywords(pair, before, after);
        Take(pair, before, after, branch => branch.Shape.Name);
        Take(pair, before, after, branch => branch.Fingerprint);
        // A single remaining alternative on each side is most likely the same one, changed.
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

    /// <summary>One side is an alternative of the other, or something entirely different.</summary>
    private bool CompareWrapping(SchemaPair pair, bool isWrapped)
    {
        var (single, singleShapes) = isWrapped ? (pair.Before, Before) : (pair.After, After);
        var (several, severalShapes) = isWrapped ? (pair.After, After) : (pair.Before, Before);
        // Null beside the alternatives is compared for itself.
        var value = several.IsNullable ? single.WithoutNull() : single;
        var fingerprint = ShapeFingerprint.Of(singleShapes, value);
        var same = several.Alternatives.Select(item => severalShapes.Of(item.Node)).FirstOrDefault(shape =>
            (shape.Name is not null && shape.Name == single.Name) || ShapeFingerprint.Of(severalShapes, shape) == fingerprint);
        pair.Report(
            same is null ? "type-changed" : isWrapped ? "wrapped-in-one-of" : "unwrapped-from-one-of",
            null, null, Words(pair.Before, Before), Words(pair.After, After),
            SdkTypeOf(pair.Before, Before) == SdkTypeOf(pair.After, After) ? FindingLevel.None : null,
            meaning: same is not null && isWrapped && Overlaps(pair, same) ? MatchesTwo : null);
        if (same?.Name is not null && same.Name == single.Name)
        {
            Add(isWrapped ? value : same, isWrapped ? same : value, pair.Use, pair.Site);
        }

        return false;
    }

    // The generator uses the first alternative of 'oneOf' as the type.
    private static string SdkTypeOf(SchemaShape shape, ShapeTable shapes)
    {
        var taken = shape is { Type: null, Alternatives: [{ Keyword: "oneOf" } first, ..] } ? shapes.Of(first.Node) : shape;
        return $"{SdkType.OfValue(shapes, taken)} {taken.Name}";
    }

    // Compares the keywords: exactly one of several alternatives must match, or any number of them.
    private void CompareKeywords(SchemaPair pair, List<SchemaBranch> before, List<SchemaBranch> after)
    {
        var isOneOf = after[0].IsOneOf;
        if (before.Exists(branch => branch.IsOneOf == isOneOf) || after.Exists(branch => branch.IsOneOf != isOneOf))
        {
            return;
        }

        var (shapes, branches) = isOneOf ? (After, after) : (Before, before);
        var areDisjoint = branches.Index().All(one =>
            branches.Skip(one.Index + 1).All(other => Disjointness.IsProven(one.Item.Shape, other.Shape, shapes)));
        pair.Report(
            isOneOf ? "any-of-became-one-of" : "one-of-became-any-of", null, null, null, null,
            SdkTypeOf(pair.Before, Before) == SdkTypeOf(pair.After, After) ? FindingLevel.None : null,
            meaning: areDisjoint ? (FindingLevel.Info, "no value matches two of the alternatives") : null);
    }

    /// <summary>Determines whether a request's value of an alternative can match another one of <c>oneOf</c> as well and is rejected.</summary>
    private bool Overlaps(SchemaPair pair, SchemaShape alternative) =>
        !pair.Use.Location.IsResponse && pair.After["discriminator"] is null && pair.After.Alternatives
            .Where(item => item.Keyword == "oneOf")
            .Select(item => After.Of(item.Node))
            .Any(other => other != alternative && !Disjointness.IsProven(alternative, other, After));

    private static string Words(SchemaShape shape, ShapeTable shapes) => shape.Alternatives.Count == 0
        ? shape.Name ?? ShowType(shape)
        : string.Join(" or ", shape.Alternatives.Select(item => Branch(item, shapes).Words));

    private static SchemaBranch Branch(SchemaAlternative alternative, ShapeTable shapes) =>
        new(alternative, shapes, shapes.Of(alternative.Node));

    private static IEnumerable<string> Keys(ContractMap? map) => map?.Entries.Select(entry => entry.Key) ?? [];

    private sealed record SchemaBranch(SchemaAlternative Alternative, ShapeTable Shapes, SchemaShape Shape)
    {
        public ContractNode Node => Alternative.Node;

        public bool IsOneOf => Alternative.Keyword == "oneOf";

        public string Fingerprint => ShapeFingerprint.Of(Shapes, Shape);

        public string Words => Shape.Name ?? ShowType(Shape);
    }
}

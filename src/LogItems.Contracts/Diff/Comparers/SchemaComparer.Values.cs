using LogItems.Contracts.Diff.Shapes;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

internal sealed partial class SchemaComparer
{
    /// <summary>The bounds with the names of their changes: set, unset, increased, decreased.</summary>
    private static readonly (string Keyword, string[] Changes)[] Bounds =
    [
        ("maximum", ["max-set", "max-unset", "max-increased", "max-decreased"]),
        ("minimum", ["min-set", "min-unset", "min-increased", "min-decreased"]),
        ("maxLength", ["max-length-set", "max-length-unset", "max-length-increased", "max-length-decreased"]),
        ("minLength", ["min-length-set", "min-length-unset", "min-length-increased", "min-length-decreased"]),
        ("maxItems", ["max-items-set", "max-items-unset", "max-items-increased", "max-items-decreased"]),
        ("minItems", ["min-items-set", "min-items-unset", "min-items-increased", "min-items-decreased"]),
        ("maxProperties", ["max-properties-set", "max-properties-unset", "max-properties-increased", "max-properties-decreased"]),
        ("minProperties", ["min-properties-set", "min-properties-unset", "min-properties-increased", "min-properties-decreased"]),
    ];

    private static readonly Dictionary<string, string[]> ExclusiveBounds = new()
    {
        ["maximum"] = ["exclusive-max-set", "exclusive-max-unset", "exclusive-max-increased", "exclusive-max-decreased"],
        ["minimum"] = ["exclusive-min-set", "exclusive-min-unset", "exclusive-min-increased", "exclusive-min-decreased"],
    };

    private void CompareValues(SchemaPair pair)
    {
        foreach (var (keyword, changes) in Bounds)
        {
            CompareBound(pair, pair.Before.Bound(keyword), pair.After.Bound(keyword), changes, ExclusiveBounds.GetValueOrDefault(keyword, changes));
        }

        ComparePattern(pair);
        CompareValue(pair, "multipleOf", "multiple-of-set", "multiple-of-unset", "multiple-of-changed");
        CompareExclusions(pair);
        if (pair.Before.IsTrue("uniqueItems") != pair.After.IsTrue("uniqueItems"))
        {
            pair.Report(
                pair.After.IsTrue("uniqueItems") ? "unique-items-set" : "unique-items-unset",
                pair.Before["uniqueItems"], pair.After["uniqueItems"], null, null);
        }

        // The default matters only if the value may be missing.
        if (pair.Use is { WasOptional: true, IsOptional: true } || pair.Use.Location.IsResponse)
        {
            CompareValue(pair, "default", "default-value-added", "default-value-removed", "default-value-changed");
        }
    }

    private static void CompareBound(SchemaPair pair, SchemaBound? before, SchemaBound? after, string[] inclusive, string[] exclusive)
    {
        const int Set = 0, Unset = 1, Increased = 2, Decreased = 3;
        var order = before is null || after is null ? 0 : after.Value.CompareTo(before.Value);
        var change = (before, after) switch
        {
            (null, null) => null,
            (null, not null) => Of(after.IsExclusive)[Set],
            (not null, null) => Of(before.IsExclusive)[Unset],
            _ when order != 0 => Of(before.IsExclusive && after.IsExclusive)[order > 0 ? Increased : Decreased],
            _ when before.IsExclusive != after.IsExclusive => exclusive[after.IsExclusive ? Set : Unset],
            _ => null,
        };
        if (change is not null)
        {
            pair.Report(change, before?.Node, after?.Node, before?.Node.Text, after?.Node.Text);
        }

        string[] Of(bool isExclusive) => isExclusive ? exclusive : inclusive;
    }

    private static void ComparePattern(SchemaPair pair)
    {
        var after = pair.After.TextOf("pattern");
        var changed = !pair.Use.Location.IsResponse && after is "" or ".*" or "^.*$" or "^.*" or ".*$"
            ? "pattern-generalized"
            : "pattern-changed";
        CompareValue(pair, "pattern", "pattern-added", "pattern-removed", changed);
    }

    private static void CompareValue(SchemaPair pair, string keyword, string added, string removed, string changed)
    {
        var (before, after) = (pair.Before[keyword], pair.After[keyword]);
        if (!NodeText.AreEqual(before, after))
        {
            pair.Report(
                before is null ? added : after is null ? removed : changed,
                before, after, NodeText.Show(before), NodeText.Show(after));
        }
    }

    private void CompareEnum(SchemaPair pair)
    {
        if (pair.Before["enum"] is null && pair.After["enum"] is null)
        {
            CompareValue(pair, "const", "const-added", "const-removed", "const-changed");
            return;
        }

        var (before, after) = (pair.Before["enum"] ?? pair.Before["const"], pair.After["enum"] ?? pair.After["const"]);
        if (before is null || after is null)
        {
            pair.Report(
                after is null ? "became-not-enum" : "became-enum", before, after, NodeText.Show(before), NodeText.Show(after),
                SdkType.Compare(SdkType.OfValue(Before, pair.Before), SdkType.OfValue(After, pair.After)));
            return;
        }

        var (was, current) = (Values(pair.Before), Values(pair.After));
        var removed = was.Where(value => !current.ContainsKey(value.Key)).Select(value => value.Value).ToList();
        var added = current.Where(value => !was.ContainsKey(value.Key)).Select(value => value.Value).ToList();
        foreach (var (old, replacement) in Renames.Find(
            removed, added, Text, (one, other) => Renames.Similarity(Text(one), Text(other))))
        {
            removed.Remove(old);
            added.Remove(replacement);
            pair.Report("enum-value-renamed", old, replacement, Text(old), Text(replacement));
        }

        removed.ForEach(value => pair.Report("enum-value-removed", value, after, Text(value), null));
        added.ForEach(value => pair.Report("enum-value-added", before, value, null, Text(value)));
        CompareEnumNames(pair);
    }

    // The names listed with the values become the SDK's members.
    private static void CompareEnumNames(SchemaPair pair)
    {
        var (before, after) = (Names(pair.Before), Names(pair.After));
        if (before.Any(pair => after.TryGetValue(pair.Key, out var name) && name != pair.Value))
        {
            var (was, current) = (pair.Before["x-enumNames"], pair.After["x-enumNames"]);
            pair.Report("enum-names-changed", was, current, NodeText.Show(was), NodeText.Show(current));
        }
    }

    private static Dictionary<string, string?> Names(SchemaShape shape)
    {
        var names = (shape["x-enumNames"] as ContractList)?.Items.Select(name => NodeText.Show(name)).ToList() ?? [];
        return (shape.Values ?? []).Select((value, index) => (Key: NodeText.Canonical(value), Name: names.ElementAtOrDefault(index)))
            .DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Name, StringComparer.Ordinal);
    }

    private static string Text(ContractNode value) => NodeText.Show(value)!;

    // Whether null is allowed is compared as 'nullable'.
    private static Dictionary<string, ContractNode> Values(SchemaShape shape)
    {
        var values = new Dictionary<string, ContractNode>(StringComparer.Ordinal);
        foreach (var item in (shape.Values ?? []).Where(item => item is not ContractScalar { Kind: ScalarKind.Null }))
        {
            values.TryAdd(NodeText.Canonical(item), item);
        }

        return values;
    }
}

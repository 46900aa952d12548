using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Comparers;

/// <summary>Compares exclusions and conditions: <c>not</c>, <c>if</c> and <c>dependentRequired</c>.</summary>
internal sealed partial class SchemaComparer
{
    private static readonly (FindingLevel, string)? NotAffected = (FindingLevel.Info, "callers are not affected");
    private static readonly (FindingLevel, string)? NothingNew = (FindingLevel.Info, "callers receive nothing new");

    private void CompareConditions(SchemaPair pair)
    {
        var (was, current) = (pair.Before.Conditions.ToList(), pair.After.Conditions.ToList());
        foreach (var condition in was.ToList())
        {
            if (current.Find(other => FingerprintOf(After, other.If) == FingerprintOf(Before, condition.If)) is { } same)
            {
                was.Remove(condition);
                current.Remove(same);
                CompareConsequences(pair, condition, same);
            }
        }

        // The remaining ones on both sides are most likely the same, changed.
        foreach (var (old, replacement) in was.Zip(current))
        {
            pair.Report("if-changed", old.If, replacement.If, NodeText.Show(old.If), NodeText.Show(replacement.If));
            CompareConsequences(pair, old, replacement);
        }

        foreach (var condition in was.Skip(current.Count))
        {
            pair.Report("if-removed", condition.If, null, NodeText.Show(condition.If), null);
            CompareConsequences(pair, condition, null);
        }

        foreach (var condition in current.Skip(was.Count))
        {
            pair.Report("if-added", null, condition.If, null, NodeText.Show(condition.If));
            CompareConsequences(pair, null, condition);
        }
    }

    private void CompareConsequences(SchemaPair pair, SchemaCondition? before, SchemaCondition? after)
    {
        ComparePart(pair, before?.Then, after?.Then, "then-added", "then-removed");
        ComparePart(pair, before?.Else, after?.Else, "else-added", "else-removed");
    }

    private void CompareExclusions(SchemaPair pair)
    {
        if (pair.Before.IsNever || pair.After.IsNever)
        {
            // The schema 'false' excludes everything.
            if (pair.Before.IsNever != pair.After.IsNever)
            {
                pair.Report(pair.After.IsNever ? "not-added" : "not-removed", null, null, null, null);
            }

            return;
        }

        var (before, after) = (Exclusion(pair.Before), Exclusion(pair.After));
        var (was, current) = (Fingerprint(Before, before), Fingerprint(After, after));
        if (was != current)
        {
            pair.Report(
                was is null ? "not-added" : current is null ? "not-removed" : "not-changed",
                before, after, NodeText.Show(before), NodeText.Show(after));
        }

        // 'not: false' excludes nothing.
        static ContractNode? Exclusion(SchemaShape shape) => IsFalse(shape["not"]) ? null : shape["not"];

        static string? Fingerprint(ShapeTable shapes, ContractNode? node) =>
            node is null ? null : ShapeFingerprint.Of(shapes, shapes.Of(node));
    }

    private static void CompareDependencies(SchemaPair pair)
    {
        var (before, after) = (pair.Before["dependentRequired"] as ContractMap, pair.After["dependentRequired"] as ContractMap);
        foreach (var name in Keys(before).Union(Keys(after)))
        {
            var (was, current) = (Names(before, name), Names(after, name));
            var (isWider, isNarrower) = (current.IsSubsetOf(was), was.IsSubsetOf(current));
            if (isWider && isNarrower)
            {
                continue;
            }

            // Callers send required properties, and rely on required ones in responses.
            var rule = was.Count == 0 ? "dependent-required-added" : current.Count == 0 ? "dependent-required-removed" : "dependent-required-changed";
            pair.Report(
                rule, before?[name], after?[name], Show(name, was, before), Show(name, current, after),
                meaning: rule != "dependent-required-changed" ? null
                    : isWider && !pair.Use.Location.IsResponse ? NotAffected
                    : isNarrower && pair.Use.Location.IsResponse ? NothingNew
                    : null);
        }

        static HashSet<string> Names(ContractMap? map, string name) => map?.TextsOf(name).ToHashSet(StringComparer.Ordinal) ?? [];

        static string? Show(string name, HashSet<string> names, ContractMap? map) => names.Count == 0 ? null : $"{name}: {NodeText.Show(map![name])}";
    }
}

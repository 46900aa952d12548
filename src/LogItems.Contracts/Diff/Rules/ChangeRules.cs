using System.Collections.Frozen;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules of comparisons.</summary>
/// <remarks>They are the table beside the comparers, where every id is written out.</remarks>
public static class ChangeRules
{
    private static readonly RuleTable Table = RuleTable.Load();

    private static readonly FrozenDictionary<string, ChangeRule> ById =
        Table.Rules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } = [.. Table.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule of that name, or null if there is no such rule.</summary>
    public static ChangeRule? Find(string id) => ById.GetValueOrDefault(id);

    internal static ChangeRule Get(string id) => ById[id];

    /// <summary>The rule for a change of a schema in one place.</summary>
    internal static ChangeRule Get(string change, SchemaLocation place) => Get(Table.IdOf(change, place)!);
}

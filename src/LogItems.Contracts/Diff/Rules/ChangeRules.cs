using System.Collections.Frozen;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The comparison rules.</summary>
/// <remarks>They are defined in the table beside the comparers, which contains every ID.</remarks>
public static class ChangeRules
{
    private static readonly RuleTable Table = RuleTable.Load();

    private static readonly FrozenDictionary<string, ChangeRule> ById =
        Table.Rules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } = [.. Table.Rules.OrderBy(rule => rule.Id, StringComparer.Ordinal)];

    /// <summary>The rule with this ID, or null if there is no such rule.</summary>
    public static ChangeRule? Find(string id) => ById.GetValueOrDefault(id);

    internal static ChangeRule Get(string id) => ById[id];

    /// <summary>The rule for a change of a schema at a location.</summary>
    internal static ChangeRule Get(string change, SchemaLocation place) => Get(Table.IdOf(change, place)!);
}

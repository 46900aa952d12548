using System.Collections.Frozen;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules that comparisons report by.</summary>
/// <remarks>The rules for schemas are the product of places and constraints, so that what is true of one place is true of all;
/// the others stand in tables.</remarks>
public static class ChangeRules
{
    /// <summary>Every rule, by id.</summary>
    public static IReadOnlyList<ChangeRule> All { get; } =
    [
        .. EndpointRules.All.Concat(DocumentRules.All).Concat(SecurityRules.All).Concat(ParameterRules.All)
            .Concat(BodyRules.All).Concat(PropertyRules.All).Concat(SchemaRules.All)
            .OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    private static readonly FrozenDictionary<string, ChangeRule> ById =
        All.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);

    /// <summary>The rule of that name, or null if there is none.</summary>
    public static ChangeRule? Find(string id) => ById.GetValueOrDefault(id);

    internal static ChangeRule Get(string id) => ById[id];
}

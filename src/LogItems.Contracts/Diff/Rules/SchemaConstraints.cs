using static LogItems.Contracts.Findings.FindingLevel;
using static LogItems.Contracts.Diff.Rules.SchemaEffect;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The constraints of schemas, except for the type, whose rules differ from place to place.</summary>
internal static class SchemaConstraints
{
    private static readonly (string Name, string Keyword)[] UpperBounds =
    [
        ("max", "maximum"), ("exclusive-max", "exclusiveMaximum"), ("max-length", "maxLength"),
        ("max-items", "maxItems"), ("max-properties", "maxProperties"),
    ];

    private static readonly (string Name, string Keyword)[] LowerBounds =
    [
        ("min", "minimum"), ("exclusive-min", "exclusiveMinimum"), ("min-length", "minLength"),
        ("min-items", "minItems"), ("min-properties", "minProperties"),
    ];

    public static IEnumerable<SchemaConstraint> All { get; } =
    [
        new("became-nullable", Widens, Info, Error, Error, "may be null now", "became-not-nullable"),
        new("became-not-nullable", Narrows, Error, Info, Error, "must not be null any more", "became-nullable"),

        new("became-enum", Narrows, Error, Info, Error, "is limited to certain values now", "became-not-enum"),
        new("became-not-enum", Widens, Info, Error, Error, "is no longer limited to certain values", "became-enum"),
        new("enum-value-added", Widens, Info, Warn, Info, "has one more allowed value", "enum-value-removed"),
        new("enum-value-removed", Narrows, Error, Info, Error, "has an allowed value less", "enum-value-added"),
        new("enum-value-renamed", Changes, Error, Warn, Error, "has an allowed value under another name", "enum-value-renamed"),

        .. UpperBounds.SelectMany(bound => Bound(bound.Name, bound.Keyword, tighter: "decreased", looser: "increased")),
        .. LowerBounds.SelectMany(bound => Bound(bound.Name, bound.Keyword, tighter: "increased", looser: "decreased")),
        new("multiple-of-set", Narrows, Warn, Info, None, "has a 'multipleOf' now", "multiple-of-unset"),
        new("multiple-of-unset", Widens, Info, Error, None, "has no 'multipleOf' any more", "multiple-of-set"),
        new("multiple-of-changed", Changes, Error, Error, None, "has another 'multipleOf'", "multiple-of-changed"),
        new("unique-items-set", Narrows, Error, Info, None, "must not repeat an item any more", "unique-items-unset"),
        new("unique-items-unset", Widens, Info, Error, None, "may repeat an item now", "unique-items-set"),

        new("pattern-added", Narrows, Error, Info, None, "has a pattern now", "pattern-removed"),
        new("pattern-removed", Widens, Info, Info, None, "has no pattern any more", "pattern-added"),
        new("pattern-changed", Changes, Warn, Info, None, "has another pattern", "pattern-changed", "pattern-generalized"),
        new("pattern-generalized", Widens, Info, Info, None, "has a pattern now that everything matches", "pattern-changed"),

        new("default-value-added", Means, Error, Info, None, "has a default now", "default-value-removed"),
        new("default-value-removed", Means, Error, Info, None, "has no default any more", "default-value-added"),
        new("default-value-changed", Means, Error, Info, None, "has another default", "default-value-changed"),

        new("additional-properties-allowed", Widens, Info, Info, Warn, "may have properties that are not named now",
            "additional-properties-forbidden"),
        new("additional-properties-forbidden", Narrows, Error, Info, Warn,
            "must not have properties that are not named any more", "additional-properties-allowed"),
        new("not-added", Narrows, Error, Info, None, "excludes certain values now ('not')", "not-removed"),
        new("not-removed", Widens, Info, Error, None, "no longer excludes certain values ('not')", "not-added"),
        new("not-changed", Changes, Error, Error, None, "excludes other values ('not')", "not-changed"),

        new("one-of-added", Widens, Info, Error, Warn, "has one more alternative ('oneOf')", "one-of-removed"),
        new("one-of-removed", Narrows, Error, Info, Error, "has an alternative less ('oneOf')", "one-of-added"),
        new("any-of-added", Widens, Info, Info, Warn, "has one more alternative ('anyOf')", "any-of-removed"),
        new("any-of-removed", Narrows, Error, Info, Error, "has an alternative less ('anyOf')", "any-of-added"),
        new("wrapped-in-one-of", Widens, Info, Error, Error, "is one of several alternatives now", "unwrapped-from-one-of"),
        new("unwrapped-from-one-of", Narrows, Error, Info, Error, "is no longer one of several alternatives",
            "wrapped-in-one-of"),

        new("discriminator-added", Tells, Info, Info, Warn, "says by a property now which alternative it is",
            "discriminator-removed"),
        new("discriminator-removed", Tells, Info, Info, Warn, "no longer says by a property which alternative it is",
            "discriminator-added"),
        new("discriminator-property-name-changed", Tells, Info, Info, Warn, "says by another property which alternative it is",
            "discriminator-property-name-changed"),
        new("discriminator-mapping-added", Tells, Info, Info, None, "has one more word for an alternative",
            "discriminator-mapping-deleted"),
        new("discriminator-mapping-deleted", Tells, Info, Info, None, "has a word for an alternative less",
            "discriminator-mapping-added"),
        new("discriminator-mapping-changed", Tells, Info, Info, Warn, "has a word that stands for another alternative now",
            "discriminator-mapping-changed"),
    ];

    private static IEnumerable<SchemaConstraint> Bound(string name, string keyword, string tighter, string looser) =>
    [
        new($"{name}-{tighter}", Narrows, Error, Info, None, $"has a '{keyword}' that is {tighter}", $"{name}-{looser}"),
        new($"{name}-{looser}", Widens, Info, Error, None, $"has a '{keyword}' that is {looser}", $"{name}-{tighter}"),
        // Whether anybody has sent more is not to be seen from the document that set no bound.
        new($"{name}-set", Narrows, Warn, Info, None, $"has a '{keyword}' now", $"{name}-unset"),
        new($"{name}-unset", Widens, Info, Error, None, $"has no '{keyword}' any more", $"{name}-set"),
    ];
}

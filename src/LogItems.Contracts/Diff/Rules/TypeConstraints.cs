using static LogItems.Contracts.Findings.FindingLevel;
using static LogItems.Contracts.Diff.Rules.SchemaEffect;

namespace LogItems.Contracts.Diff.Rules;

/// <summary>The rules for the type, with its format: each place knows other ones.</summary>
internal static class TypeConstraints
{
    private static readonly SchemaConstraint[] Response =
    [
        new("type-changed", Changes, Error, Error, Error, "is of another type", "type-changed", "type-specialized"),
        new("type-generalized", Widens, Error, Error, Error, "is of a wider type", "type-specialized", "type-compatible"),
        new("type-specialized", Narrows, Error, Info, Error, "is of a narrower type", "type-generalized", "type-changed"),
        new("type-compatible", Narrows, Error, Info, Error, "is of another type that is written alike", "type-generalized"),
    ];

    private static readonly SchemaConstraint[] Request =
    [
        new("type-changed", Changes, Error, Error, Error, "is of another type", "type-changed"),
        new("type-generalized", Widens, Info, Error, Error, "is of a wider type", "type-specialized"),
        new("type-specialized", Narrows, Error, Error, Error, "is of a narrower type", "type-generalized"),
    ];

    private static readonly SchemaConstraint[] Parameter =
    [
        new("type-changed", Changes, Error, Error, Error, "is of another type", "type-changed", "type-generalized"),
        new("type-generalized", Widens, Info, Error, Error, "is of a wider type", "type-changed"),
    ];

    public static IEnumerable<SchemaConstraint> Of(SchemaLocation place) =>
        place.IsResponse ? Response
        : place.IsParameter ? Parameter
        : place == SchemaLocation.ParameterProperty ? Request.Select(AsProperty)
        : Request;

    // Within a parameter everything is text, so that some readers get along with another type.
    private static SchemaConstraint AsProperty(SchemaConstraint constraint) =>
        constraint.Suffix == "type-changed" ? constraint with { Request = Warn } : constraint;
}

using LogItems.Contracts.Diff.Rules;

namespace LogItems.Contracts.Diff.Shapes;

/// <summary>How the type of a schema, with its format, relates to that of another.</summary>
internal static class TypeRelation
{
    private static readonly (string Type, string Narrow, string Wide)[] NumericFormats =
        [("integer", "int32", "int64"), ("number", "float", "double")];

    /// <summary>The suffix of the rule for the change, or null if there is none; where values are written as text a number is a
    /// string too.</summary>
    public static string? RuleFor(SchemaLocation place, SchemaShape before, SchemaShape after, bool isText)
    {
        var change = before.Type == after.Type ? OfFormats(place, before, after) : OfTypes(place, before, after, isText);
        return change == "type-specialized" && place.IsParameter ? "type-changed" : change;
    }

    private static string? OfFormats(SchemaLocation place, SchemaShape before, SchemaShape after) => (before.Format, after.Format) switch
    {
        var (was, current) when was == current => null,
        // Whoever reads a format breaks without it, though the values that the schema allows are more.
        (_, null) => place.IsResponse ? "type-changed" : "type-generalized",
        (null, _) => "type-specialized",
        var (was, current) when NumericFormats.Contains((before.Type ?? "", was, current)) => "type-generalized",
        var (was, current) when NumericFormats.Contains((before.Type ?? "", current, was)) => "type-specialized",
        _ => "type-changed",
    };

    private static string OfTypes(SchemaLocation place, SchemaShape before, SchemaShape after, bool isText) => (before.Type, after.Type) switch
    {
        (_, null) => "type-generalized",
        (null, _) => "type-specialized",
        ("integer", "number") => "type-generalized",
        ("number", "integer") => "type-specialized",
        (var was, "string") when isText && IsPlainText(after) && IsScalar(was) => "type-generalized",
        ("string", var current) when isText && IsPlainText(before) && IsScalar(current) =>
            place.IsResponse ? "type-compatible" : "type-specialized",
        _ => "type-changed",
    };

    private static bool IsPlainText(SchemaShape shape) => shape.Format is null && shape["pattern"] is null && shape["enum"] is null;

    private static bool IsScalar(string type) => type is "integer" or "number" or "boolean";
}

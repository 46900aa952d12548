using LogItems.Contracts.Diff.Rules;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Shapes;

/// <summary>Compares the types of schemas, including their formats.</summary>
internal static class TypeRelation
{
    private static readonly (string Type, string Narrow, string Wide)[] NumericFormats =
        [("integer", "int32", "int64"), ("number", "float", "double")];

    private static readonly HashSet<string> KnownFormats = new(StringComparer.Ordinal)
    {
        "int32", "int64", "uint32", "uint64", "float", "double", "decimal", "date", "date-time", "time", "duration", "time-span",
        "uuid", "guid", "uri", "uri-reference", "email", "hostname", "ipv4", "ipv6", "byte", "base64", "binary", "regex", "json-pointer",
    };

    private static readonly Dictionary<string, (ExactNumber Min, ExactNumber Max)> Ranges = new(StringComparer.Ordinal)
    {
        ["int32"] = (ExactNumber.Of(int.MinValue), ExactNumber.Of(int.MaxValue)),
        ["int64"] = (ExactNumber.Parse("-9223372036854775808"), ExactNumber.Parse("9223372036854775807")),
    };

    /// <summary>The name of the change in the rules, or null if nothing changed; if values are written as text, a number is a
    /// string too.</summary>
    public static string? RuleFor(
        SchemaLocation place, (SchemaShape Shape, string? Type) before, (SchemaShape Shape, string? Type) after, bool isText)
    {
        return before.Type == after.Type
            ? OfFormats(place, before.Shape, after.Shape)
            : OfTypes(place, before, after, isText);
    }

    /// <summary>The name of the change of lists of types in the rules; an empty list allows any type.</summary>
    public static string? RuleForLists(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (isWider, isNarrower) = (Covers(after, before), Covers(before, after));
        return (isWider, isNarrower) switch
        {
            (true, true) => null,
            (true, false) => "type-generalized",
            (false, true) => "type-specialized",
            _ => "type-changed",
        };
    }

    private static bool Covers(IReadOnlyList<string> wide, IReadOnlyList<string> narrow) => wide.Count == 0
        || (narrow.Count > 0 && narrow.All(type => wide.Contains(type) || (type == "integer" && wide.Contains("number"))));

    private static string? OfFormats(SchemaLocation place, SchemaShape before, SchemaShape after) =>
        (Narrowing(before, after), Narrowing(after, before)) switch
    {
        var (was, current) when was == current => null,
        // A caller that relies on a format breaks when it is removed, although the schema allows more values.
        (_, null) => place.IsResponse ? "type-changed" : "type-generalized",
        (null, _) => "type-specialized",
        var (was, current) when NumericFormats.Contains((before.Type ?? "", was, current)) => "type-generalized",
        var (was, current) when NumericFormats.Contains((before.Type ?? "", current, was)) => "type-specialized",
        _ => "type-changed",
    };

    // A format that no tool knows, or that is implied by the bounds of either side, excludes nothing.
    private static string? Narrowing(SchemaShape shape, SchemaShape other) =>
        shape.Format is not { } format || !KnownFormats.Contains(format) || format == other.Format ? null
        : Ranges.TryGetValue(format, out var range) && (IsWithin(shape, range) || IsWithin(other, range)) ? null
        : format;

    private static bool IsWithin(SchemaShape shape, (ExactNumber Min, ExactNumber Max) range) =>
        shape.Bound("minimum") is { } minimum && minimum.Value.CompareTo(range.Min) >= 0
        && shape.Bound("maximum") is { } maximum && maximum.Value.CompareTo(range.Max) <= 0;

    private static string OfTypes(
        SchemaLocation place, (SchemaShape Shape, string? Type) before, (SchemaShape Shape, string? Type) after, bool isText) =>
        (before.Type, after.Type) switch
    {
        (_, null) => "type-generalized",
        (null, _) => "type-specialized",
        ("integer", "number") => "type-generalized",
        ("number", "integer") => "type-specialized",
        (var was, "string") when isText && IsPlainText(after.Shape) && IsScalar(was) => "type-generalized",
        ("string", var current) when isText && IsPlainText(before.Shape) && IsScalar(current) =>
            place.IsResponse ? "type-compatible" : "type-specialized",
        _ => "type-changed",
    };

    private static bool IsPlainText(SchemaShape shape) => shape.Format is null && shape["pattern"] is null && shape["enum"] is null;

    private static bool IsScalar(string type) => type is "integer" or "number" or "boolean";
}

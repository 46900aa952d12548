using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Shapes;

/// <summary>The C# type that the SDK's generator emits for a schema: schemas with the same type are equivalent for code.</summary>
internal static class SdkType
{
    private static readonly string[] Numbers = ["byte", "int", "long", "ulong", "float", "double", "decimal"];

    /// <summary>The C# type of a member; it may be null if the schema allows it or the member may be missing.</summary>
    public static string Of(ShapeTable shapes, SchemaShape shape, bool isOptional) =>
        Of(shapes, shape, isOptional, depth: 0);

    /// <summary>The C# type of a value that is present.</summary>
    public static string OfValue(ShapeTable shapes, SchemaShape shape) => Core(shapes, shape, depth: 0);

    /// <summary>Compares two C# types of numbers, the narrower one first.</summary>
    public static int CompareNumbers(string before, string after) => Array.IndexOf(Numbers, before) - Array.IndexOf(Numbers, after);

    /// <summary>The severity for code of a change of a member's type.</summary>
    public static FindingLevel Compare(string before, string after)
    {
        var (core, otherCore) = (before.TrimEnd('?'), after.TrimEnd('?'));
        return before == after ? FindingLevel.None
            : core != otherCore || IsValue(core) ? FindingLevel.Error
            : FindingLevel.Warn;
    }

    private static string Of(ShapeTable shapes, SchemaShape shape, bool isOptional, int depth) =>
        Core(shapes, shape, depth) + (isOptional || shape.IsNullable ? "?" : "");

    private static string Core(ShapeTable shapes, SchemaShape shape, int depth) => shape.Type switch
    {
        "string" when shape["enum"] is not null => "enum",
        "string" => OfString(shape.Format),
        "integer" => OfInteger(shape),
        "number" => shape.Format is "float" or "decimal" ? shape.Format : "double",
        "boolean" => "bool",
        "array" => depth < 3 && shape["items"] is { } items ? $"IList<{Of(shapes, shapes.Of(items), false, depth + 1)}>" : "IList<object>",
        _ when shape.Properties.Count > 0 => "class",
        _ when shape["additionalProperties"] is ContractMap values && depth < 3 =>
            $"IDictionary<string, {Of(shapes, shapes.Of(values), false, depth + 1)}>",
        _ => "object",
    };

    private static string OfInteger(SchemaShape shape) => shape.Format switch
    {
        "int64" => "long",
        "uint64" => "ulong",
        "byte" => "byte",
        _ => IsBeyondInt(shape.Bound("minimum")) || IsBeyondInt(shape.Bound("maximum")) ? "long" : "int",
    };

    private static bool IsBeyondInt(SchemaBound? bound) => bound is not null
        && (bound.Value.CompareTo(ExactNumber.Of(int.MinValue)) < 0 || bound.Value.CompareTo(ExactNumber.Of(int.MaxValue)) > 0);

    private static string OfString(string? format) => format switch
    {
        "date-time" or "date" => "DateTimeOffset",
        "time" or "duration" or "time-span" => "TimeSpan",
        "uuid" or "guid" => "Guid",
        "uri" => "Uri",
        "byte" or "base64" or "binary" => "byte[]",
        _ => "string",
    };

    private static bool IsValue(string type) =>
        type is "enum" or "byte" or "int" or "long" or "ulong" or "float" or "decimal" or "double" or "bool" or "DateTimeOffset" or "TimeSpan" or "Guid";
}

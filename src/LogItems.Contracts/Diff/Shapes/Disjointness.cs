using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Diff.Shapes;

/// <summary>Determines whether no value can match both of two schemas.</summary>
internal static class Disjointness
{
    private const int MaxDepth = 3;

    /// <summary>Returns true only if the types, the values or a required property prove it.</summary>
    public static bool IsProven(SchemaShape one, SchemaShape other, ShapeTable shapes) => IsProven(one, other, shapes, depth: 0);

    private static bool IsProven(SchemaShape one, SchemaShape other, ShapeTable shapes, int depth)
    {
        var (type, otherType) = (shapes.TypeOf(one), shapes.TypeOf(other));
        return !(one.IsNullable && other.IsNullable)
            && (type is not null && otherType is not null && type != otherType && !(IsNumber(type) && IsNumber(otherType))
                || Values(one) is { } values && Values(other) is { } others && !values.Overlaps(others)
                || IsClosedTo(one, other) || IsClosedTo(other, one)
                || depth < MaxDepth && one.Required.Intersect(other.Required).Any(name =>
                    one.Properties.TryGetValue(name, out var property) && other.Properties.TryGetValue(name, out var counterpart)
                    && IsProven(shapes.Of(property), shapes.Of(counterpart), shapes, depth + 1)));
    }

    private static bool IsClosedTo(SchemaShape closed, SchemaShape other) =>
        closed["additionalProperties"] is ContractScalar { Text: "false" }
        && other.Required.Any(name => !closed.Properties.ContainsKey(name));

    private static HashSet<string>? Values(SchemaShape shape) => shape.Values?.Select(NodeText.Canonical).ToHashSet(StringComparer.Ordinal);

    private static bool IsNumber(string type) => type is "integer" or "number";
}

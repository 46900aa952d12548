using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>Discovers how values of a type are read.</summary>
internal static class ValueDiscovery
{
    /// <summary>Describes how values of a type are read; null if no reader can be generated.</summary>
    public static ValueShape? Describe(ITypeSymbol type) =>
        DescribeElement(
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type);

    /// <summary>Does the same for elements of lists and maps, which cannot be nullable values.</summary>
    private static ValueShape? DescribeElement(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => new(ValueKind.Text, "string"),
        SpecialType.System_Int32 => new(ValueKind.Int32, "int"),
        SpecialType.System_Int64 => new(ValueKind.Int64, "long"),
        SpecialType.System_Double => new(ValueKind.Double, "double"),
        SpecialType.System_Boolean => new(ValueKind.Boolean, "bool"),
        SpecialType.System_Object => new(ValueKind.Any, "object"),
        _ => DescribeNamed(type),
    };

    private static ValueShape? DescribeNamed(ITypeSymbol type) => type.OriginalDefinition.ToDisplayString() switch
    {
        "System.Guid" => new(ValueKind.Guid, "Guid"),
        "System.DateTimeOffset" => new(ValueKind.Time, "DateTimeOffset"),
        "System.Collections.Generic.IList<T>" => Of(ValueKind.List, "IList<{0}>", (INamedTypeSymbol)type),
        "System.Collections.Generic.IDictionary<TKey, TValue>" => Of(ValueKind.Map, "IDictionary<string, {0}>", (INamedTypeSymbol)type),
        _ when type.TypeKind == TypeKind.Enum && NSwagAttributes.IsModel(type) => new(ValueKind.Enum, type.Name),
        _ when ModelDiscovery.IsModel(type) && !type.IsAbstract => new(ValueKind.Object, type.Name),
        _ => null,
    };

    private static ValueShape? Of(ValueKind kind, string name, INamedTypeSymbol type)
    {
        var element = type.TypeArguments[type.TypeArguments.Length - 1];
        return type.TypeArguments.Length == 2 && type.TypeArguments[0].SpecialType != SpecialType.System_String ? null
            : DescribeElement(element) is { } described
                ? new ValueShape(kind, string.Format(System.Globalization.CultureInfo.InvariantCulture, name, described.Name), described)
                : null;
    }
}

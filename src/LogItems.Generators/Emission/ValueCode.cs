using Microsoft.CodeAnalysis.CSharp;

namespace LogItems.Generators;

/// <summary>Creates the C# code that reads a value.</summary>
internal static class ValueCode
{
    /// <summary>A condition that is true once the value of a property has been read.</summary>
    public static string Condition(ModelProperty property) => property.Value switch
    {
        { Kind: ValueKind.Enum, Name: var name } => $"{name}Words.TryRead(ref reader, out var {Local(property)})",
        { IsScalar: true, Kind: var kind } => $"reader.Try{kind}(out var {Local(property)})",
        _ => $"{Field(property)}(ref reader, out var {Local(property)})",
    };

    /// <summary>The same condition for a known layout.</summary>
    public static string LayoutCondition(ModelProperty property) => property switch
    {
        { IsIdentifier: true } => $"reader.TryIdentifier(out var {Local(property)})",
        { Value.IsScalar: true } => Condition(property),
        { Value.IsObjectMap: true } => $"reader.TryObjectMap({Field(property)}, out var {Local(property)})",
        _ => $"reader.TryRead({Field(property)}, out var {Local(property)})",
    };

    /// <summary>An expression for a reader of values of a type.</summary>
    public static string Reader(ValueShape value) => value switch
    {
        { Kind: ValueKind.Enum } => $"{value.Name}Words.TryRead",
        { IsScalar: true } or { Kind: ValueKind.Any } => $"ValueReaders.{value.Kind}",
        { Kind: ValueKind.Object } => $"ValueReaders.Object<{value.Name}>()",
        { Kind: ValueKind.List, Element.Kind: ValueKind.Object } => $"ValueReaders.Objects<{value.Element.Name}>()",
        { Kind: ValueKind.Map, Element.Kind: ValueKind.Object } => $"ValueReaders.ObjectMap<{value.Element.Name}>()",
        { Element: { } element } => $"ValueReaders.{value.Kind}<{element.Name}>({Reader(element)})",
        _ => throw new InvalidOperationException($"No reader for {value}."),
    };

    /// <summary>The name of the field that holds the reader of a property.</summary>
    public static string Field(ModelProperty property) => $"{property.Name}Value";

    /// <summary>The name of the variable that holds the value of a property.</summary>
    public static string Local(ModelProperty property)
    {
        var name = property.Name.TrimStart('_');
        name = name.Length == 0 ? property.Name : char.ToLowerInvariant(name[0]) + name.Substring(1);
        return name is "reader" or "item" or "property" || SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? $"{name}Value" : name;
    }
}

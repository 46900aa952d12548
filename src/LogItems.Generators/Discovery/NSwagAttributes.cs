using Microsoft.CodeAnalysis;

namespace LogItems.Generators;

/// <summary>The attributes that tell what NSwag has generated, and how it is meant.</summary>
internal static class NSwagAttributes
{
    public const string GeneratedCode = "System.CodeDom.Compiler.GeneratedCodeAttribute";

    private const string ModelTool = "NJsonSchema";
    private const string JsonProperty = "Newtonsoft.Json.JsonPropertyAttribute";
    private const string JsonConverter = "Newtonsoft.Json.JsonConverterAttribute";
    private const string EnumConverter = "Newtonsoft.Json.Converters.StringEnumConverter";
    private const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";

    /// <summary>Determines whether a type is a model, and not the client, which NSwag generates too.</summary>
    public static bool IsModel(ISymbol symbol) =>
        Find(symbol, GeneratedCode) is { } attribute && FirstArgumentOf(attribute) is ModelTool;

    public static AttributeData? JsonPropertyOf(IPropertySymbol property) => Find(property, JsonProperty);

    /// <summary>The name of a property on the wire; null if it is not one of the wire.</summary>
    public static string? WireNameOf(IPropertySymbol property) =>
        JsonPropertyOf(property) is { } attribute ? FirstArgumentOf(attribute) as string ?? property.Name : null;

    /// <summary>The converter that a property or type names; null if none, or the usual one of enums.</summary>
    public static string? ConverterOf(ISymbol symbol) =>
        Find(symbol, JsonConverter) is { } attribute && FirstArgumentOf(attribute) is INamedTypeSymbol converter
            && converter.ToDisplayString() != EnumConverter
            ? converter.Name
            : null;

    /// <summary>What an attribute is given first; null if nothing.</summary>
    public static object? FirstArgumentOf(AttributeData attribute) =>
        attribute.ConstructorArguments.Length == 0 ? null : attribute.ConstructorArguments[0].Value;

    /// <summary>The word of an enum's value on the wire.</summary>
    public static string WordOf(IFieldSymbol field) =>
        Find(field, EnumMember)?.NamedArguments.FirstOrDefault(argument => argument.Key == "Value").Value.Value as string ?? field.Name;

    private static AttributeData? Find(ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == name);
}

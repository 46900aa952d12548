namespace LogItems.Contracts.Documents;

/// <summary>The keywords by which a schema of JSON Schema 2020-12 holds other schemas and OpenAPI 3.0 does not.</summary>
internal static class SchemaKeywords
{
    /// <summary>Those that hold one schema.</summary>
    public static IReadOnlyList<string> Single { get; } =
        ["if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"];

    /// <summary>Those that hold schemas by name.</summary>
    public static IReadOnlyList<string> Named { get; } = ["patternProperties", "dependentSchemas", "$defs"];
}

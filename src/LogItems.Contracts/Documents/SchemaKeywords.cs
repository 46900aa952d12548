namespace LogItems.Contracts.Documents;

/// <summary>The keywords of JSON Schema 2020-12 for nested schemas that OpenAPI 3.0 does not have.</summary>
internal static class SchemaKeywords
{
    /// <summary>The keywords with a single schema.</summary>
    public static IReadOnlyList<string> Single { get; } =
        ["if", "then", "else", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"];

    /// <summary>The keywords with schemas by name.</summary>
    public static IReadOnlyList<string> Named { get; } = ["patternProperties", "dependentSchemas", "$defs"];
}

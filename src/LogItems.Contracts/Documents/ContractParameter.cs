namespace LogItems.Contracts.Documents;

/// <summary>A parameter of an operation, or a header of a response.</summary>
/// <param name="Map">The description of the parameter.</param>
/// <param name="In">Its location: path, query, querystring, header or cookie.</param>
/// <param name="Name">Its name.</param>
internal sealed record ContractParameter(ContractMap Map, string In, string Name)
{
    /// <summary>The identity of the parameter; the names of headers are case-insensitive, and there is only one whole query.</summary>
    public string Key => IsWholeQuery ? In : $"{In} {(In == "header" ? Name.ToUpperInvariant() : Name)}";

    public string Words => $"{In} {Name}";

    public bool IsInPath => In == "path";

    /// <summary>Gets whether the value is the whole query, since OpenAPI 3.2.</summary>
    public bool IsWholeQuery => In == "querystring";

    public bool IsRequired => Map.IsTrue("required");

    public string? Description => Map.TextOf("description");

    public ContractNode? Schema => Content is { } content ? (content.Value as ContractMap)?["schema"] : Map["schema"];

    /// <summary>The media type of the value and its description; null if the value is plain text.</summary>
    public KeyValuePair<string, ContractNode>? Content => Map.EntriesOf("content") is [var only, ..] ? only : null;

    public string? MediaType => Content?.Key;

    public bool IsText => MediaType is null || MediaTypeName.Parse(MediaType).IsText;

    /// <summary>The style of several values; by default <c>form</c> in a query and <c>simple</c> in a path.</summary>
    public string Style => Map.TextOf("style") ?? (In is "query" or "querystring" or "cookie" ? "form" : "simple");

    /// <summary>Gets whether several values are written separately; by default only in the style <c>form</c>.</summary>
    public bool IsExploded => Map.TextOf("explode") is { } explode ? explode == "true" : Style == "form";

    /// <summary>Gets whether several values are written by repeating the parameter.</summary>
    public bool IsRepeatable => In == "query" && Content is null && Style == "form" && IsExploded;

    /// <summary>Creates a parameter from its description in an operation.</summary>
    public static ContractParameter Of(ContractMap map) => new(map, map.TextOf("in") ?? "", map.TextOf("name") ?? "");
}

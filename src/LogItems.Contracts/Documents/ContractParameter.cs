namespace LogItems.Contracts.Documents;

/// <summary>A parameter of an operation.</summary>
/// <param name="Map">Where it is described.</param>
internal sealed record ContractParameter(ContractMap Map)
{
    public string Name => Text("name");

    public string In => Text("in");

    public bool IsRequired => Map.IsTrue("required");

    public ContractNode? Schema => Map["schema"] ?? (Content?.Value as ContractMap)?["schema"];

    /// <summary>The media type of the value and its description; null where the value is plain text.</summary>
    public KeyValuePair<string, ContractNode>? Content =>
        (Map["content"] as ContractMap)?.Entries is [var only, ..] ? only : null;

    /// <summary>How several values are written, <c>form</c> in a query and <c>simple</c> in a path unless the parameter names another.</summary>
    public string Style => Map["style"] is ContractScalar style ? style.Text : In is "query" or "cookie" ? "form" : "simple";

    /// <summary>Whether several values are written apart; by default only in the style <c>form</c>.</summary>
    public bool IsExploded => Map["explode"] is ContractScalar explode ? explode.Text == "true" : Style == "form";

    /// <summary>The parameters of an operation: one of its own replaces one of the same name that all operations of the path
    /// share.</summary>
    public static IReadOnlyList<ContractParameter> Of(ContractDocument document, ContractMap pathItem, ContractMap operation) =>
    [
        .. new[] { operation, pathItem }
            .SelectMany(owner => (owner["parameters"] as ContractList)?.Items ?? [])
            .Select(document.ResolveMap)
            .OfType<ContractMap>()
            .Select(map => new ContractParameter(map))
            .DistinctBy(parameter => (parameter.In, parameter.Name)),
    ];

    private string Text(string key) => (Map[key] as ContractScalar)?.Text ?? "";
}

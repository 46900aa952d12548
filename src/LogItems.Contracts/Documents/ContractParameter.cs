namespace LogItems.Contracts.Documents;

/// <summary>A parameter of an operation.</summary>
/// <param name="Map">Where it is described.</param>
internal sealed record ContractParameter(ContractMap Map)
{
    public string Name => Text("name");

    public string In => Text("in");

    public bool IsRequired => Map.IsTrue("required");

    public ContractNode? Schema => Map["schema"];

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

using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Drift;

/// <summary>Reads <c>nullable</c> beside <c>$ref</c>, which OpenAPI 3.0 ignores although generated documents rely on it.</summary>
internal static class ReferenceSiblings
{
    /// <summary>Returns the same nodes, with such a reference written as <c>allOf</c>, beside which <c>nullable</c> counts.</summary>
    public static ContractNode Read(ContractNode node) => node switch
    {
        ContractMap map when map.TryGetString("$ref", out _) => map.IsTrue("nullable") ? Nullable(map) : map,
        ContractMap map => new ContractMap([.. map.Entries.Select(entry => KeyValuePair.Create(entry.Key, Read(entry.Value)))], map.Location),
        ContractList list => new ContractList([.. list.Items.Select(Read)], list.Location),
        _ => node,
    };

    private static ContractMap Nullable(ContractMap reference)
    {
        var target = new ContractMap([KeyValuePair.Create("$ref", reference["$ref"]!)], reference.Location);
        return new ContractMap(
        [
            KeyValuePair.Create<string, ContractNode>("allOf", new ContractList([target], reference.Location)),
            KeyValuePair.Create("nullable", reference["nullable"]!),
        ], reference.Location);
    }
}

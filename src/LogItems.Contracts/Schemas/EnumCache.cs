using System.Collections.Concurrent;
using System.Text.Json;
using LogItems.Contracts.Documents;

namespace LogItems.Contracts.Schemas;

/// <summary>Looks values up in the enums of a contract, each converted to canonical form once.</summary>
internal sealed class EnumCache
{
    private readonly ConcurrentDictionary<ContractList, HashSet<string>> _enums = new();

    public bool Contains(ContractList allowed, JsonElement value) =>
        (IsScalar(value.ValueKind) || !allowed.Items.All(item => item is ContractScalar))
        && _enums.GetOrAdd(allowed, Canonical).Contains(CanonicalJson.Of(value));

    private static bool IsScalar(JsonValueKind kind) => kind is not (JsonValueKind.Object or JsonValueKind.Array);

    private static HashSet<string> Canonical(ContractList allowed) =>
        allowed.Items.Select(item => CanonicalJson.Of(JsonContractWriter.ToElement(item))).ToHashSet(StringComparer.Ordinal);
}

using LogItems.Contracts.Documents;
using LogItems.Contracts.Views;

namespace LogItems.Client.Tests.Versions;

/// <summary>The contract of each version, derived once.</summary>
internal static class Views
{
    public static IReadOnlyDictionary<string, ContractDocument> All { get; } = Create();

    public static ContractDocument Of(ApiVersion version) => All[version.ToPathSegment()];

    private static Dictionary<string, ContractDocument> Create()
    {
        var contract = ContractDocument.Load(Path.Combine(Repository.Root, "openapi", "logitems.yaml"));
        return ApiVersions.All.ToDictionary(version => version.ToPathSegment(), version => ContractView.Create(contract, version.ToPathSegment()));
    }
}

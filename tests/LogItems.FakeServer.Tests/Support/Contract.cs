using LogItems.Contracts.Documents;
using LogItems.Contracts.Views;

namespace LogItems.FakeServer.Tests.Support;

/// <summary>The contract of the repository that the tests were built from, as each version has it.</summary>
internal static class Contract
{
    public static IReadOnlyDictionary<string, ContractDocument> Views { get; } = Load();

    private static Dictionary<string, ContractDocument> Load()
    {
        var document = ContractDocument.Load(Path.Combine(FindRoot(), "openapi", "logitems.yaml"));
        return ContractVersions.All.ToDictionary(version => version, version => ContractView.Create(document, version));
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Generated.sln is in no folder above the tests.");
        }

        return folder.FullName;
    }
}

using LogItems.Contracts.Documents;
using LogItems.Contracts.Views;

namespace LogItems.Contracts.Tests.Support;

/// <summary>The contract of the repository that the tests were built from.</summary>
internal static class OurContract
{
    public static ContractDocument Document { get; } = ContractDocument.Load(PathOf("openapi", "logitems.yaml"));

    /// <summary>What each version has, by its name.</summary>
    public static IReadOnlyDictionary<string, ContractDocument> Views { get; } = ContractView.CreateAll(Document);

    public static string PathOf(params string[] parts)
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("Generated.sln is in no folder above the tests.");
        }

        return Path.Combine([folder.FullName, .. parts]);
    }
}

namespace LogItems.Downstream.Tests;

/// <summary>Finds the repository that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string In(string path) => Path.Combine(Root, path);

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

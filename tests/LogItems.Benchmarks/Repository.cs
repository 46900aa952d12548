namespace LogItems.Benchmarks;

/// <summary>The working tree that this program was built in.</summary>
internal static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Generated.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("Generated.sln is in no folder above the benchmarks.");
            }

            return folder.FullName;
        }
    }
}

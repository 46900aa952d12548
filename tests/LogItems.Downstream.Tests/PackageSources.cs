namespace LogItems.Downstream.Tests;

/// <summary>Where packages come from: a <c>nuget.config</c>.</summary>
internal static class PackageSources
{
    /// <summary>Other people's packages may come from the machine's cache; ours are not in it.</summary>
    /// <param name="feed">The folder with ours; null for none.</param>
    public static string Of(string? feed) => $"""
        <configuration>
          <packageSources>{(feed is null ? "" : $"""<add key="LogItems" value="{feed}" />""")}</packageSources>
          <fallbackPackageFolders><add key="machine" value="{MachineCache()}" /></fallbackPackageFolders>
        </configuration>
        """;

    private static string MachineCache()
    {
        var cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        return Directory.CreateDirectory(cache).FullName;
    }
}

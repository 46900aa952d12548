namespace LogItems.Downstream.Tests;

/// <summary>A copy of everything that packages are made from, whose contract may be changed.</summary>
internal sealed class RepositoryCopy
{
    /// <summary>What a service can reference; the tool is not among it.</summary>
    public static readonly string[] Libraries =
    [
        "LogItems.Client", "LogItems.Contracts", "LogItems.Export", "LogItems.Export.DuckDb", "LogItems.Extensions.DependencyInjection", "LogItems.FakeServer",
        "LogItems.Monitoring",
    ];

    /// <summary>The README's command for all packages; the analyzers have had their say in the repository.</summary>
    private const string PackAll = "dotnet pack Generated.sln -c Release --output FEED";

    private static readonly string[] Files =
    [
        "Generated.sln", "Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json", ".editorconfig", "LICENSE", "README.md",
    ];

    private readonly string _root;

    public RepositoryCopy(string root)
    {
        _root = root;
        foreach (var file in Files)
        {
            Folders.CopyFile(Repository.In(file), In(file));
        }

        Folders.Copy(Repository.In("src"), In("src"));
        Folders.Copy(Repository.In("tests"), In("tests"));
        Folders.Copy(Repository.In("openapi"), In("openapi"));
        var projects = Libraries.Select(library => $"""<Project Path="src/{library}/{library}.csproj" />""");
        File.WriteAllText(In("Libraries.slnx"), $"<Solution>{string.Concat(projects)}</Solution>");
    }

    public string Contract => In("openapi/logitems.yaml");

    /// <summary>Builds and packs everything in a version, into a folder.</summary>
    public Task PackAsync(string version, string feed) => RunAsync(PackAll["dotnet ".Length..], version, feed);

    /// <summary>Builds and packs all libraries in a version, into a folder.</summary>
    public Task PackLibrariesAsync(string version, string feed) => RunAsync("pack Libraries.slnx -c Release --output FEED", version, feed);

    private async Task RunAsync(string pack, string version, string feed)
    {
        var arguments = $"{pack.Replace("FEED", $"\"{feed}\"", StringComparison.Ordinal)} -p:Version={version} -p:RunAnalyzers=false";
        var (exitCode, output) = await Dotnet.RunAsync(_root, arguments);
        Assert.That(exitCode, Is.Zero, output);
    }

    private string In(string path) => Path.Combine(_root, path);
}

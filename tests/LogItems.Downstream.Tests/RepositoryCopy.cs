namespace LogItems.Downstream.Tests;

/// <summary>A copy of everything that packages are made from, whose contract may be changed.</summary>
internal sealed class RepositoryCopy
{
    /// <summary>What a service can reference; the tool is not among it.</summary>
    public static readonly string[] Libraries =
        ["LogItems.Client", "LogItems.Contracts", "LogItems.Extensions.DependencyInjection", "LogItems.FakeServer"];

    private static readonly string[] Files =
        ["Directory.Build.props", "Directory.Packages.props", "global.json", "nswag.json", ".editorconfig", "LICENSE", "README.md"];

    private readonly string _root;

    public RepositoryCopy(string root)
    {
        _root = root;
        foreach (var file in Files)
        {
            Folders.CopyFile(Repository.In(file), In(file));
        }

        Folders.Copy(Repository.In("src"), In("src"));
        Folders.Copy(Repository.In("openapi"), In("openapi"));
        LinkInstalledTool();
        var projects = Libraries.Select(library => $"""<Project Path="src/{library}/{library}.csproj" />""");
        File.WriteAllText(In("Libraries.slnx"), $"<Solution>{string.Concat(projects)}</Solution>");
    }

    public string Contract => In("openapi/logitems.yaml");

    /// <summary>Builds and packs all libraries in a version, into a folder; the analyzers have had their say in the repository.</summary>
    public async Task PackAsync(string version, string feed)
    {
        var (exitCode, output) = await Dotnet.RunAsync(_root, $"pack Libraries.slnx -c Release -p:Version={version} -p:RunAnalyzers=false -o \"{feed}\"");
        Assert.That(exitCode, Is.Zero, output);
    }

    private string In(string path) => Path.Combine(_root, path);

    /// <summary>Uses the generator that is already there instead of asking npm for it again.</summary>
    private void LinkInstalledTool()
    {
        var modules = Directory.CreateDirectory(In("openapi/node_modules")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(modules, "nswag"), Repository.In("openapi/node_modules/nswag"));
        File.WriteAllText(Path.Combine(modules, ".package-lock.json"), "{}");
    }
}

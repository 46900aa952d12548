using System.Xml.Linq;

namespace LogItems.Downstream.Tests;

/// <summary>The service of another team: outside the repository, with nothing of ours but packages.</summary>
internal sealed class ServiceCopy
{
    private readonly string _root;

    /// <param name="root">A folder that is not there yet.</param>
    /// <param name="feed">The folder with the packages.</param>
    public ServiceCopy(string root, string feed)
    {
        _root = root;
        Folders.Copy(Repository.In("tests/LogItems.Downstream.Tests/Service"), root);
        File.WriteAllText(Path.Combine(root, "nuget.config"), PackageSources.Of(feed));
    }

    /// <summary>Builds the service with packages of a version, its library for some frameworks with semicolons between.</summary>
    public Task<(int ExitCode, string Output)> BuildAsync(string version, string libraryFrameworks) => RunAsync("build", version, libraryFrameworks);

    /// <summary>The same, and runs its tests on the first framework of the library that they can use.</summary>
    public Task<(int ExitCode, string Output)> TestAsync(string version, string libraryFrameworks) => RunAsync("test", version, libraryFrameworks);

    /// <summary>Builds the service's program for .NET Framework.</summary>
    public Task<(int ExitCode, string Output)> BuildConsoleAsync(string version) => RunAsync("build", version, "netstandard2.0", "NightWatch.Console");

    /// <summary>The program that was built.</summary>
    public string Console => Path.Combine(_root, "NightWatch.Console/bin/Debug/net472/NightWatch.Console.exe");

    /// <summary>Takes a line out of a file.</summary>
    public void RemoveLine(string file, string part)
    {
        var lines = File.ReadAllLines(Path.Combine(_root, file));
        Assert.That(lines, Has.Exactly(1).Contains(part));
        File.WriteAllLines(Path.Combine(_root, file), lines.Where(line => !line.Contains(part, StringComparison.Ordinal)));
    }

    private Task<(int ExitCode, string Output)> RunAsync(
        string verb, string version, string libraryFrameworks, string project = "NightWatch.Tests") => Dotnet.RunAsync(
        Path.Combine(_root, project),
        $"{verb} -p:LogItemsVersion={version} "
        + $"-p:TestSdkVersion={VersionOf("Microsoft.NET.Test.Sdk")} "
        + $"-p:NUnitVersion={VersionOf("NUnit")} -p:NUnitAdapterVersion={VersionOf("NUnit3TestAdapter")} "
        + $"-p:ReferenceAssembliesVersion={VersionOf("Microsoft.NETFramework.ReferenceAssemblies")}",
        new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_root, "packages"), ["LibraryFrameworks"] = libraryFrameworks });

    private static string VersionOf(string package) =>
        XDocument.Load(Repository.In("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => version.Attribute("Include")?.Value == package).Attribute("Version")!.Value;
}

using System.Xml.Linq;

namespace LogItems.Downstream.Tests;

/// <summary>The service of another team: outside the repository, with nothing of ours but packages.</summary>
internal sealed class ServiceCopy
{
    private readonly string _root;
    private readonly string _libraryFrameworks;
    private readonly Dictionary<string, string> _environment;

    /// <param name="root">A folder that is not there yet.</param>
    /// <param name="feed">The folder with the packages.</param>
    /// <param name="libraryFrameworks">What the service's library is built for, with semicolons between.</param>
    public ServiceCopy(string root, string feed, string libraryFrameworks)
    {
        _root = root;
        _libraryFrameworks = libraryFrameworks;
        _environment = new() { ["NUGET_PACKAGES"] = Path.Combine(root, "packages") };
        Folders.Copy(Repository.In("tests/LogItems.Downstream.Tests/Service"), root);
        File.WriteAllText(Path.Combine(root, "nuget.config"), PackageSources.Of(feed));
    }

    public Task<(int ExitCode, string Output)> BuildAsync(string version) => RunAsync("build", version);

    public Task<(int ExitCode, string Output)> TestAsync(string version) => RunAsync("test", version);

    /// <summary>Takes a line out of a file.</summary>
    public void RemoveLine(string file, string part)
    {
        var lines = File.ReadAllLines(Path.Combine(_root, file));
        Assert.That(lines, Has.Exactly(1).Contains(part));
        File.WriteAllLines(Path.Combine(_root, file), lines.Where(line => !line.Contains(part, StringComparison.Ordinal)));
    }

    private Task<(int ExitCode, string Output)> RunAsync(string verb, string version) => Dotnet.RunAsync(
        Path.Combine(_root, "NightWatch.Tests"),
        $"{verb} -p:LogItemsVersion={version} -p:LibraryFrameworks=\"{_libraryFrameworks.Replace(";", "%3B", StringComparison.Ordinal)}\" "
        + $"-p:TestSdkVersion={VersionOf("Microsoft.NET.Test.Sdk")} -p:NUnitVersion={VersionOf("NUnit")} -p:NUnitAdapterVersion={VersionOf("NUnit3TestAdapter")}",
        _environment);

    private static string VersionOf(string package) =>
        XDocument.Load(Repository.In("Directory.Packages.props")).Descendants("PackageVersion")
            .Single(version => version.Attribute("Include")?.Value == package).Attribute("Version")!.Value;
}

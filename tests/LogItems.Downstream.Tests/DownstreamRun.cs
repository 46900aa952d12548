using System.IO.Compression;
using LogItems.Contracts.Diff;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Findings;

namespace LogItems.Downstream.Tests;

/// <summary>The whole way once: pack, build and test a service; change the contract, pack again, build and test the service again.</summary>
[SetUpFixture]
public class DownstreamRun
{
    internal const string BaseVersion = "0.1.0-base";

    internal const string RevisedVersion = "0.2.0-revised";

    private static readonly DirectoryInfo Root = Directory.CreateTempSubdirectory("logitems-downstream-");

    internal static string Feed { get; } = Root.CreateSubdirectory("feed").FullName;

    /// <summary>The tool of the first round, installed.</summary>
    internal static InstalledTool Tool { get; private set; } = null!;

    /// <summary>What <c>contract diff</c> says about the change.</summary>
    internal static IReadOnlyList<Finding> Announced { get; private set; } = [];

    internal static (int ExitCode, string Output) BaseTest { get; private set; }

    /// <summary>With a library for .NET Standard, which was compiled against the build for that and runs with the one for .NET.</summary>
    internal static (int ExitCode, string Output) NetStandardTest { get; private set; }

    /// <summary>The build of the service's program for .NET Framework, and the program.</summary>
    internal static (int ExitCode, string Output) ConsoleBuild { get; private set; }

    internal static string Console { get; private set; } = "";

    internal static (int ExitCode, string Output) RevisedBuild { get; private set; }

    internal static (int ExitCode, string Output) MendedTest { get; private set; }

    /// <summary>A package of the first round.</summary>
    internal static ZipArchive OpenPackage(string id, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Feed, $"{id}.{BaseVersion}.{extension}"));

    [OneTimeSetUp]
    public async Task GoAsync()
    {
        var repository = new RepositoryCopy(Path.Combine(Root.FullName, "repository"));
        await repository.PackAsync(BaseVersion, Feed);
        Tool = await InstalledTool.InstallAsync(Root.CreateSubdirectory("tool").FullName, Feed, BaseVersion);
        var service = new ServiceCopy(Path.Combine(Root.FullName, "service"), Feed);
        BaseTest = await service.TestAsync(BaseVersion, LibraryFrameworks());
        NetStandardTest = await service.TestAsync(BaseVersion, "netstandard2.0");
        (ConsoleBuild, Console) = (await service.BuildConsoleAsync(BaseVersion), service.Console);

        var contract = ContractDocument.Load(repository.Contract);
        ContractRevision.Apply(repository.Contract);
        Announced = ContractDiff.Compare(contract, ContractDocument.Load(repository.Contract));
        await repository.PackLibrariesAsync(RevisedVersion, Feed);
        RevisedBuild = await service.BuildAsync(RevisedVersion, LibraryFrameworks());
        service.RemoveLine("NightWatch/SessionTable.cs", $"[\"{ContractRevision.Removed}\"]");
        MendedTest = await service.TestAsync(RevisedVersion, LibraryFrameworks());
    }

    /// <summary>A new folder that goes when all is done.</summary>
    internal static string NewFolder(string name) => Root.CreateSubdirectory(name).FullName;

    [OneTimeTearDown]
    public void Leave() => Root.Delete(recursive: true);

    /// <summary>A library for as many as possible is built for everything that the client is.</summary>
    private static string LibraryFrameworks()
    {
        using var client = OpenPackage("LogItems.Client");
        return string.Join(
            ';',
            client.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal))
                .Select(entry => entry.FullName.Split('/')[1]).Distinct());
    }
}

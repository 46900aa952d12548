using System.IO.Compression;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace LogItems.Downstream.Tests;

/// <summary>What is in the packages.</summary>
public class PackageTests
{
    [TestCaseSource(typeof(RepositoryCopy), nameof(RepositoryCopy.Libraries))]
    public void Package_OfALibrary_HasReadmeLicenseDescriptionAndDocumentation(string id)
    {
        using var package = DownstreamRun.OpenPackage(id);
        var files = package.Entries.Select(entry => entry.FullName).ToList();
        var metadata = Metadata(package, id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(files, Does.Contain("README.md"));
            Assert.That(files, Does.Contain($"lib/net10.0/{id}.dll").And.Contain($"lib/net10.0/{id}.xml"));
            Assert.That(metadata["license"], Is.EqualTo("MIT"));
            Assert.That(metadata["readme"], Is.EqualTo("README.md"));
            Assert.That(metadata["description"], Has.Length.GreaterThan(40));
            Assert.That(new StreamReader(package.GetEntry("README.md")!.Open()).ReadToEnd(), Does.StartWith($"# {id}\n").And.Contain("dotnet add package"));
        }
    }

    [TestCase("LogItems.Client")]
    [TestCase("LogItems.Extensions.DependencyInjection")]
    public void Package_ForOtherPeoplesServices_IsForNetStandardToo(string id)
    {
        using var package = DownstreamRun.OpenPackage(id);
        using var symbols = DownstreamRun.OpenPackage(id, "snupkg");
        var files = package.Entries.Concat(symbols.Entries).Select(entry => entry.FullName);
        Assert.That(files, Is.SupersetOf(new[] { "dll", "xml", "pdb" }.Select(extension => $"lib/netstandard2.0/{id}.{extension}")));
    }

    [TestCaseSource(typeof(RepositoryCopy), nameof(RepositoryCopy.Libraries))]
    public void Package_OfALibrary_HasSymbolsBesideIt(string id)
    {
        using var symbols = DownstreamRun.OpenPackage(id, "snupkg");
        Assert.That(symbols.Entries.Select(entry => entry.FullName), Does.Contain($"lib/net10.0/{id}.pdb"));
    }

    [TestCaseSource(typeof(RepositoryCopy), nameof(RepositoryCopy.Libraries))]
    public void Package_OfALibrary_HoldsOneLibraryAndNoneOfTheBuild(string id)
    {
        using var package = DownstreamRun.OpenPackage(id);
        Assert.That(
            package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => entry.Name),
            Is.All.EqualTo($"{id}.dll"));
    }

    [Test]
    public void ClientPackage_HoldsTheContractItWasGeneratedFrom([Values("net10.0", "netstandard2.0")] string framework)
    {
        using var package = DownstreamRun.OpenPackage("LogItems.Client");
        var contract = File.ReadAllBytes(Repository.In("openapi/logitems.yaml"));
        var metadata = AssemblyMetadata(Bytes(package.GetEntry($"lib/{framework}/LogItems.Client.dll")!));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Bytes(package.GetEntry("contract/logitems.yaml")!), Is.EqualTo(contract));
            Assert.That(package.GetEntry("contract/examples/v5-log-item.json"), Is.Not.Null);
            Assert.That(metadata["ContractSha256"], Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(contract))));
            Assert.That(File.ReadAllLines(Repository.In("openapi/logitems.yaml")), Does.Contain($"  version: {metadata["ContractVersion"]}"));
            Assert.That(File.ReadAllText(Repository.In("Directory.Packages.props")), Does.Contain($"<NSwagVersion>{metadata["NSwagVersion"]}</NSwagVersion>"));
        }
    }

    [TestCase("LogItems.Extensions.DependencyInjection", "LogItems.Client")]
    [TestCase("LogItems.Export", "LogItems.Monitoring")]
    [TestCase("LogItems.Export.DuckDb", "LogItems.Export")]
    [TestCase("LogItems.FakeServer", "LogItems.Client")]
    [TestCase("LogItems.Monitoring", "LogItems.Client")]
    public void Package_ThatBuildsOnAnother_NeedsItsVersion(string id, string needed)
    {
        using var package = DownstreamRun.OpenPackage(id);
        var dependencies = Specification(package, id).Descendants().Where(element => element.Name.LocalName == "dependency");
        Assert.That(
            dependencies.Select(dependency => (dependency.Attribute("id")!.Value, dependency.Attribute("version")!.Value)),
            Does.Contain((needed, DownstreamRun.BaseVersion)));
    }

    [Test]
    public void Repository_EveryPackableLibrary_IsTriedHereAndHasASnapshotOfItsApi()
    {
        var packable = Directory.EnumerateFiles(Repository.In("src"), "*.csproj", SearchOption.AllDirectories)
            .Where(project => File.ReadAllText(project) is var text
                && text.Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal) && !text.Contains("PackAsTool", StringComparison.Ordinal))
            .Select(project => Path.GetFileNameWithoutExtension(project));
        Assert.That(packable, Is.EquivalentTo(RepositoryCopy.Libraries));
        Assert.That(
            RepositoryCopy.Libraries.Select(library => Repository.In($"tests/{library}.Tests/PublicApi.verified.txt")),
            Is.All.Matches<string>(File.Exists));
    }

    private static XDocument Specification(ZipArchive package, string id) => XDocument.Load(package.GetEntry($"{id}.nuspec")!.Open());

    private static Dictionary<string, string> Metadata(ZipArchive package, string id) =>
        Specification(package, id).Root!.Elements().Single().Elements().ToDictionary(element => element.Name.LocalName, element => element.Value);

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }

    /// <summary>Read without loading it: the frameworks of package and test need not be the same.</summary>
    private static Dictionary<string, string> AssemblyMetadata(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly));
        var reader = file.GetMetadataReader();
        var pairs = new Dictionary<string, string>();
        foreach (var attribute in reader.GetAssemblyDefinition().GetCustomAttributes().Select(reader.GetCustomAttribute))
        {
            if (attribute.Constructor.Kind == HandleKind.MemberReference
                && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } parent
                && reader.GetString(reader.GetTypeReference((TypeReferenceHandle)parent).Name) == nameof(AssemblyMetadataAttribute))
            {
                var value = reader.GetBlobReader(attribute.Value);
                value.ReadUInt16();
                pairs[value.ReadSerializedString()!] = value.ReadSerializedString()!;
            }
        }

        return pairs;
    }
}

using System.Security.Cryptography;

namespace LogItems.Client.Tests.Generation;

/// <summary>The way from the contract to the generated file, on copies of the sources and with the real tools.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance)]
public class GenerationTests
{
    private const string Generating = "Generating LogItems.g.cs";
    private const string Generate = "build -t:GenerateClient --no-restore -v:minimal";

    private static readonly string[] TouchedInputs =
        ["openapi/logitems.yaml", "nswag.json", "openapi/templates/Client.Class.liquid", "Directory.Packages.props"];

    private static readonly string[] Inputs =
    [
        .. TouchedInputs
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "openapi/templates")).Select(file => Path.GetRelativePath(Repository.Root, file)))
            .Append("src/LogItems.Client/NSwag.targets").Distinct(),
    ];

    private readonly SourceCopy _built = new();

    /// <summary>One build that the tests of what follows a build share; they run one after the other.</summary>
    [OneTimeSetUp]
    public async Task BuildAsync() => Assert.That(await SucceedAsync(_built, Generate), Does.Contain(Generating));

    [OneTimeTearDown]
    public void Delete() => _built.Dispose();

    [Test]
    public async Task Build_NothingChanged_DoesNotStartNSwag() => Assert.That(await SucceedAsync(_built, Generate), Does.Not.Contain(Generating));

    [Test]
    public async Task Build_InputTouched_GeneratesAgain([ValueSource(nameof(TouchedInputs))] string input)
    {
        var generated = File.GetLastWriteTimeUtc(_built.GeneratedFile);
        foreach (var file in Inputs)
        {
            File.SetLastWriteTimeUtc(_built.In(file), generated.AddHours(file == input ? -1 : -3));
        }

        File.SetLastWriteTimeUtc(_built.GeneratedFile + ".stamp", generated.AddHours(-2));
        Assert.That(await SucceedAsync(_built, Generate), Does.Contain(Generating));
    }

    [Test]
    public async Task Build_GeneratedFileDeleted_GeneratesTheSameBytesAgain()
    {
        var hash = Hash(_built.GeneratedFile);
        File.Delete(_built.GeneratedFile);
        await SucceedAsync(_built, Generate);
        Assert.That(Hash(_built.GeneratedFile), Is.EqualTo(hash));
    }

    [Test]
    public async Task Build_CleanCopy_GivesTheSameBytes()
    {
        using var other = new SourceCopy();
        await SucceedAsync(other, Generate);
        Assert.That(Hash(other.GeneratedFile), Is.EqualTo(Hash(_built.GeneratedFile)));
    }

    [Test]
    public async Task Build_DesignTime_GeneratesAndPassesTheFileToTheCompiler()
    {
        using var copy = new SourceCopy();
        await SucceedAsync(copy, "restore");
        var output = await SucceedAsync(
            copy,
            "msbuild -t:Compile -p:TargetFramework=net10.0 -p:DesignTimeBuild=true -p:SkipCompilerExecution=true "
                + "-p:ProvideCommandLineArgs=true -getItem:CscCommandLineArgs");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(copy.GeneratedFile, Does.Exist);
            Assert.That(output, Does.Contain("LogItems.g.cs"));
        }
    }

    [Test]
    public async Task Build_ContractThatDoesNotParse_FailsWithFileLineAndReason()
    {
        using var copy = new SourceCopy();
        var lines = await File.ReadAllLinesAsync(copy.Contract);
        var line = Array.FindIndex(lines, text => text.StartsWith("components:", StringComparison.Ordinal));
        lines[line] = "components: [";
        await File.WriteAllLinesAsync(copy.Contract, lines);
        var (exitCode, output) = await copy.DotnetAsync(Generate);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(
                output,
                Does.Match(@"openapi/logitems\.yaml\(\d+,\d+\) : error LOGITEMS002: No client can be generated from the contract: While parsing"));
            Assert.That(output, Does.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task Build_ReferenceToNothing_FailsWithItsName()
    {
        using var copy = new SourceCopy();
        copy.Replace("openapi/logitems.yaml", "$ref: '#/components/schemas/LogItemType'", "$ref: '#/components/schemas/Nothing'");
        var (exitCode, output) = await copy.DotnetAsync(Generate);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output, Does.Contain("error LOGITEMS002").And.Contain("#/components/schemas/Nothing"));
            Assert.That(output, Does.Not.Contain("   at "));
        }
    }

    [Test]
    public async Task Build_NotRestored_SaysWhatToRun()
    {
        using var copy = new SourceCopy();
        var (exitCode, output) = await copy.DotnetAsync($"{Generate} -p:NSwagTool=");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Not.Zero);
            Assert.That(output, Does.Contain("error LOGITEMS001: NSwag was not found").And.Contain("dotnet restore"));
        }
    }

    [Test]
    [Platform(Include = "Linux,MacOsX", Reason = "The search path is built from links.")]
    public async Task Build_NothingButTheSdkOnThePath_RestoresTheToolAndGenerates()
    {
        using var copy = new SourceCopy();
        var tools = Directory.CreateDirectory(copy.In("tools")).FullName;
        File.CreateSymbolicLink(Path.Combine(tools, "sh"), "/bin/sh");
        var (exitCode, output) = await copy.DotnetAsync("build -t:GenerateClientForAll -p:TargetFramework=net10.0", path: tools);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exitCode, Is.Zero, output);
            Assert.That(copy.GeneratedFile, Does.Exist);
        }
    }

    private static async Task<string> SucceedAsync(SourceCopy copy, string arguments)
    {
        var (exitCode, output) = await copy.DotnetAsync(arguments);
        Assert.That(exitCode, Is.Zero, output);
        return output;
    }

    private static string Hash(string file) => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)));
}

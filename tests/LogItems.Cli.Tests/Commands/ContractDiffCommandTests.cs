using System.Text.Json;
using System.Xml.Linq;
using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractDiffCommandTests
{
    private string _folder = null!;
    private string _base = null!;
    private string _revision = null!;

    [SetUp]
    public async Task WriteContractsAsync()
    {
        _folder = Directory.CreateTempSubdirectory("diff-").FullName;
        _base = await WriteAsync("base.yaml", Contract("title: { type: string, x-until: v7, description: Text. }"));
        _revision = await WriteAsync("revision.yaml", Contract("text: { type: string, x-until: v7, description: Text. }"));
    }

    [TearDown]
    public void DeleteContracts() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Diff_RenamedProperty_IsOneLineAndExitCode1()
    {
        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((1, "")));
        Assert.That(run.Lines[0], Does.StartWith($"{_revision}:18:15: error response-property-renamed [wire error, sdk error]: Item.text: "));
    }

    [TestCase("--version v8", 0, TestName = "Diff_VersionWithoutIt_HasNoFindings")]
    [TestCase("--version v7", 1, TestName = "Diff_VersionWithIt_Has")]
    [TestCase("--fail-on none", 0, TestName = "Diff_FailOnNone_NeverFails")]
    [TestCase("--version v7 --all-versions", 2, TestName = "Diff_VersionAndAllVersions_ContradictEachOther")]
    [TestCase("--report pdf=out", 2, TestName = "Diff_UnknownReport_IsWrongUsage")]
    [TestCase("--report sarif", 2, TestName = "Diff_ReportWithoutFile_IsWrongUsage")]
    [TestCase("--format html", 2, TestName = "Diff_UnknownFormat_IsWrongUsage")]
    [TestCase("--waivers none.yaml", 3, TestName = "Diff_MissingWaivers_CannotBeLoaded")]
    public async Task Diff_Options_DecideTheExitCode(string options, int exitCode)
    {
        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} {options}");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
    }

    [Test]
    public async Task Diff_AllVersions_NamesThoseThatHaveIt()
    {
        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --all-versions --format json");

        var versions = JsonElement.Parse(run.Out).GetProperty("findings")[0].GetProperty("versions").EnumerateArray();
        Assert.That(versions.Select(version => version.GetString()), Is.EqualTo(["v2", "v3", "v4", "v5", "v6", "v7"]));
    }

    [Test]
    public async Task Diff_Reports_AreWrittenBesideTheOutput()
    {
        var (junit, sarif) = (Path.Combine(_folder, "junit.xml"), Path.Combine(_folder, "out.sarif"));

        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --report junit={junit} --report sarif={sarif}");

        Assert.That(run.Out, Does.EndWith("1 error.\n"));
        Assert.That((string?)XDocument.Load(junit).Root!.Element("testsuite")!.Attribute("failures"), Is.EqualTo("1"));
        Assert.That(JsonElement.Parse(await File.ReadAllTextAsync(sarif)).GetProperty("version").GetString(), Is.EqualTo("2.1.0"));
    }

    [Test]
    public async Task Diff_TwoReportsToOneFile_AreWrongUsage()
    {
        var file = Path.Combine(_folder, "out");
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), file).FullName;

        foreach (var other in new[] { file, Path.Combine(_folder, ".", "out"), link })
        {
            var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --report junit={file} --report sarif={other}");

            Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
            Assert.That(run.Error, Does.Contain("Two --report write to"));
        }
    }

    [Test]
    public async Task Diff_ReportOutOfItsFolder_IsNotWritten()
    {
        var elsewhere = Directory.CreateTempSubdirectory("elsewhere-").FullName;
        var victim = Path.Combine(elsewhere, "victim");
        await File.WriteAllTextAsync(victim, "untouched");
        var link = File.CreateSymbolicLink(Path.Combine(_folder, "link"), victim).FullName;

        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --report json={link}");

        Assert.That((run.ExitCode, await File.ReadAllTextAsync(victim)), Is.EqualTo((3, "untouched")));
        Assert.That(run.Error, Does.Contain("a link out of its folder"));
        Directory.Delete(elsewhere, recursive: true);
    }

    [TestCase("/dev/null")]
    [TestCase(".")]
    public async Task Diff_ReportToNoRegularFile_IsNotWritten(string target)
    {
        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --report json={target}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain("is not a regular file"));
    }

    [Test]
    public async Task Diff_Report_TakesThePlaceOfTheFormerOne()
    {
        var file = Path.Combine(_folder, "out.json");
        await File.WriteAllTextAsync(file, new string('x', 100_000));

        await ToolRun.StartAsync($"contract diff {_base} {_revision} --report json={file}");

        Assert.That(JsonElement.Parse(await File.ReadAllTextAsync(file)).GetProperty("findings").GetArrayLength(), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EquivalentTo(["base.yaml", "revision.yaml", "out.json"]));
    }

    [Test]
    public async Task Diff_Waiver_LetsTheFindingPass()
    {
        var waivers = await WriteAsync("waivers.yaml", """
            waivers:
              - { rule: response-property-renamed, location: /components/schemas/Item/**, reason: Agreed., expires: 9999-12-31 }
            """);

        var run = await ToolRun.StartAsync($"contract diff {_base} {_revision} --waivers {waivers}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines, Has.Member("    waived until 9999-12-31: Agreed."));
    }

    [Test]
    public async Task Diff_StandardInput_StandsForADash()
    {
        var run = await ToolRun.StartAsync(["contract", "diff", "-", _revision], stdin: await File.ReadAllTextAsync(_base));
        var twice = await ToolRun.StartAsync("contract diff - -");

        Assert.That((run.ExitCode, twice.ExitCode), Is.EqualTo((1, 2)));
        Assert.That(run.Lines[1], Is.EqualTo("    base: stdin:18:16"));
    }

    [TestCase("swagger: '2.0'", "it is OpenAPI 2.0")]
    [TestCase("a: [b", "this is not YAML or JSON")]
    public async Task Diff_NoContract_CannotBeLoaded(string text, string found)
    {
        var broken = await WriteAsync("broken.yaml", text);

        var run = await ToolRun.StartAsync($"contract diff {_base} {broken}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain($"{broken}:").And.Contain(found).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Diff_OwnContract_HasNoFindingsWithItself()
    {
        var contract = Path.Combine(AppContext.BaseDirectory, "openapi", "logitems.yaml");

        var run = await ToolRun.StartAsync(["contract", "diff", contract, contract, "--all-versions", "--fail-on", "info"]);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "No findings.\n")));
    }

    private async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static string Contract(string property) => $$"""
        openapi: 3.0.3
        info: { title: T, version: '1' }
        paths:
          /Items:
            get:
              responses:
                '200':
                  description: Items.
                  content:
                    application/json:
                      schema: { type: array, items: { $ref: '#/components/schemas/Item' } }
        components:
          schemas:
            Item:
              type: object
              properties:
                id: { type: string }
                {{property}}
        """;
}

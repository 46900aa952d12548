using LogItems.Cli.Tests.Support;
using YamlDotNet.RepresentationModel;

namespace LogItems.Cli.Tests.Commands;

/// <summary>The tool where git, GitHub and pre-commit call it.</summary>
[Platform("Linux")]
internal sealed class ContractPipelineTests
{
    private const string Attributes = """
        echo 'openapi/logitems.yaml diff=openapi' >> .gitattributes
        """;

    private const string Driver = """
        git config diff.openapi.command "sh -c 'logitems contract diff \"\$2\" \"\$5\" --fail-on none || diff -u \"\$2\" \"\$5\" || true' openapi"
        """;

    private string _folder = null!;
    private Shell _shell = null!;

    [SetUp]
    public async Task MakeRepositoryAsync()
    {
        _shell = new Shell();
        _folder = Directory.CreateTempSubdirectory("pipeline-").FullName;
        Directory.CreateDirectory(Path.Combine(_folder, "openapi"));
        await WriteAsync("limit");
        await RunAsync("git init -q . && git add . && git -c user.name=t -c user.email=t@t.test commit -qm first");
        await WriteAsync("count");
    }

    [TearDown]
    public void DeleteRepository()
    {
        _shell.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task GitDiff_WithTheDriver_SaysWhatTheChangeMeans()
    {
        var output = await RunAsync($"{Attributes}\n{Driver}\ngit diff");

        Assert.That(output, Does.Contain("error request-parameter-renamed").And.Not.Contain("@@"));
    }

    [Test]
    public async Task GitDiff_DocumentThatIsGone_ShowsItsLines()
    {
        var output = await RunAsync($"{Attributes}\n{Driver}\ngit rm -qf openapi/logitems.yaml\ngit diff --cached");

        Assert.That(output, Does.Contain("\n-openapi: "));
    }

    [Test]
    public async Task GitLog_WithTheDriver_SaysWhatTheCommitMeant()
    {
        var output = await RunAsync($"{Attributes}\n{Driver}\ngit -c user.name=t -c user.email=t@t.test commit -qam second\ngit log -p --ext-diff -1");

        Assert.That(output, Does.Contain("error request-parameter-renamed").And.Not.Contain("@@"));
    }

    [Test]
    public async Task Action_Pull_AnnotatesAndWritesTheSummary()
    {
        var run = ((YamlMappingNode)Yaml(".github/actions/contract-diff/action.yml")["runs"]["steps"][1])["run"];

        var output = await RunAsync(
            $$"""
            export BASE=HEAD:openapi/logitems.yaml REVISION=openapi/logitems.yaml FAIL_ON=error CONFIG= WAIVERS= SARIF=out.sarif GITHUB_STEP_SUMMARY=summary.md
            ({{run}}
            )
            echo "exit $?"
            """);

        Assert.That(output, Does.Contain("::error file=openapi/logitems.yaml,").And.EndsWith("exit 1\n"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "summary.md")), Does.StartWith("# Changes").And.Contain("Suggested version: 2.0.0"));
        Assert.That(File.Exists(Path.Combine(_folder, "out.sarif")));
    }

    [Test]
    public async Task Action_AllVersions_NamesTheVersions()
    {
        var run = ((YamlMappingNode)Yaml(".github/actions/contract-diff/action.yml")["runs"]["steps"][1])["run"];

        var output = await RunAsync(
            $$"""
            export BASE=HEAD:openapi/logitems.yaml REVISION=openapi/logitems.yaml FAIL_ON=none CONFIG= WAIVERS= ALL_VERSIONS=true
            export SARIF=out.sarif GITHUB_STEP_SUMMARY=summary.md
            ({{run}}
            )
            """);

        Assert.That(output, Does.Contain("::error file=openapi/logitems.yaml,"));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(_folder, "summary.md")), Does.Match("Versions: v2, .*v8"));
    }

    [TestCase("openapi/logitems.yaml", 0)]
    [TestCase("openapi/logitems.yaml openapi/none.yaml", 1)]
    public async Task PreCommitHook_Files_AreLintedOneByOne(string files, int exitCode)
    {
        var entry = Yaml(".pre-commit-hooks.yaml")[0]["entry"];

        var output = await RunAsync($"{entry} {files}\necho \"exit $?\"");

        Assert.That(output, Does.EndWith($"exit {exitCode}\n"));
    }

    private Task<string> RunAsync(string script) => _shell.RunAsync("bash", ["-s"], $"cd '{_folder}'\n{script}\n");

    private static YamlNode Yaml(string file)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Generated.sln")))
        {
            root = root.Parent!;
        }

        var stream = new YamlStream();
        using var reader = File.OpenText(Path.Combine(root.FullName, file));
        stream.Load(reader);
        return stream.Documents[0].RootNode;
    }

    private Task WriteAsync(string parameter) => File.WriteAllTextAsync(Path.Combine(_folder, "openapi", "logitems.yaml"), $$"""
        openapi: 3.1.0
        info: {title: T, version: 1.0.0}
        paths:
          /a:
            get:
              parameters: [{name: {{parameter}}, in: query, description: The same., schema: {type: integer, maximum: 7} }]
              responses: {'204': {description: d} }
        """);
}

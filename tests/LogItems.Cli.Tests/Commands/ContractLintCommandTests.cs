using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractLintCommandTests
{
    private const string Careless = """
        openapi: 3.0.3
        info: { title: Careless, version: 1.0.0 }
        paths:
          /sessions:
            get:
              operationId: listSessions
              responses:
                '200': { description: Fine. }
        """;

    [Test]
    public async Task Lint_ShippedContract_FindsNothing()
    {
        var run = await ToolRun.StartAsync("contract lint --fail-on info");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "No findings.\n")));
    }

    [TestCase("", 0)]
    [TestCase("--fail-on warn", 1)]
    [TestCase("--fail-on none", 0)]
    public async Task Lint_Warning_FailsFromItsLevelOn(string options, int exitCode)
    {
        var run = await ToolRun.StartAsync(["contract", "lint", "-", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)], stdin: Careless);

        Assert.That(run.ExitCode, Is.EqualTo(exitCode));
        Assert.That(run.Lines, Has.One.StartsWith("stdin:6:7: warn missing-prose: "));
    }

    [Test]
    public async Task Lint_FormatSarif_NamesRuleAndRegion()
    {
        var run = await ToolRun.StartAsync(["contract", "lint", "-", "--format", "sarif"], stdin: Careless);

        Assert.That(run.Out, Does.Contain("\"missing-prose\"").And.Contain("\"startLine\": 6").And.Contain("Every operation, parameter, body"));
    }

    [TestCase("swagger: '2.0'")]
    [TestCase("a: [")]
    [TestCase("openapi: 3.0.3\npaths: {/a: {$ref: '#/nowhere'}}")]
    public async Task Lint_NoDocument_CannotBeLoaded(string text)
    {
        var run = await ToolRun.StartAsync(["contract", "lint", "-"], stdin: text);

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("stdin:"));
    }

    [Test]
    public async Task Lint_MalformedReport_IsWrongUsage()
    {
        Assert.That((await ToolRun.StartAsync("contract lint --report sarif")).ExitCode, Is.EqualTo(2));
    }
}

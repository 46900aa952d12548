using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractChangelogCommandTests
{
    private string _folder = null!;

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("changelog-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("", 0, "Suggested version: 2.0.0 (major: callers or code may break).")]
    [TestCase("--declared 2.0.0", 0, "The declared version 2.0.0 fits.")]
    [TestCase("--declared 1.1.0", 1, "The declared version 1.1.0 is too low.")]
    [TestCase("--declared soon", 2, "")]
    [TestCase("--format html --declared 1.1.0", 1, "<h1>Changes from 1.0.0 to 1.1.0</h1>")]
    [TestCase("--config CONFIG --declared 1.1.0", 0, "Suggested version: 1.1.0 (minor: nothing breaks).")]
    public async Task Changelog_Options_DecideTheTextAndTheExitCode(string options, int exitCode, string text)
    {
        var (before, after) = (await WriteAsync("base.yaml", "1.0.0", "limit"), await WriteAsync("revision.yaml", "1.1.0", "count"));
        var config = Path.Combine(_folder, "config.yaml");
        await File.WriteAllTextAsync(config, "severities: [{ rule: '*', location: /paths/~1a/**, level: info }]");

        var run = await ToolRun.StartAsync(
            $"contract changelog {before} {after} {options.Replace("CONFIG", config, StringComparison.Ordinal)}");

        Assert.That(run.ExitCode, Is.EqualTo(exitCode), run.Error);
        Assert.That(run.Out, Does.Contain(text));
    }

    [Test]
    public async Task Changelog_BaseWithoutVersion_CannotJudgeADeclaredOne()
    {
        var (before, after) = (await WriteAsync("base.yaml", "November", "limit"), await WriteAsync("revision.yaml", "1.1.0", "limit"));

        var run = await ToolRun.StartAsync($"contract changelog {before} {after} --declared 1.1.0");

        Assert.That(run.ExitCode, Is.EqualTo(2));
        Assert.That(run.Error, Does.Contain("--declared requires that the base has a version"));
    }

    [Test]
    public async Task Diff_Config_GivesRulesTheirSeverity()
    {
        var (before, after) = (await WriteAsync("base.yaml", "1.0.0", "limit"), await WriteAsync("revision.yaml", "1.1.0", "count"));
        var config = Path.Combine(_folder, "config.yaml");
        await File.WriteAllTextAsync(config, "severities: [{ rule: request-parameter-renamed, level: warn }, { rule: api-*, level: none }]");

        var run = await ToolRun.StartAsync($"contract diff {before} {after} --config {config}");

        Assert.That(run.ExitCode, Is.Zero, run.Out);
        Assert.That(run.Lines[^1], Is.EqualTo("1 warning."));
    }

    private async Task<string> WriteAsync(string name, string version, string parameter)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, $$"""
            openapi: 3.1.0
            info: {title: T, version: '{{version}}'}
            paths:
              /a:
                get:
                  parameters: [{name: {{parameter}}, in: query, description: The same., schema: {type: integer, maximum: 7} }]
                  responses: {'204': {description: d} }
            """);
        return path;
    }
}

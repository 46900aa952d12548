using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ContractCheckCommandTests
{
    private string _path = null!;

    [SetUp]
    public void NameFile() => _path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    [TearDown]
    public void DeleteFile() => File.Delete(_path);

    [Test]
    public async Task Check_ShippedContract_HasNoErrors()
    {
        var run = await ToolRun.StartAsync("contract check");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "")));
    }

    [Test]
    public async Task Check_UnknownVersion_SaysWhereAndEndsWithFindings()
    {
        await File.WriteAllTextAsync(_path, """
            openapi: 3.0.3
            info: { title: Broken, version: 1.0.0 }
            paths:
              /JobSessions:
                get:
                  x-since: v9
                  responses:
                    '200': { description: Fine. }
            """);

        var run = await ToolRun.StartAsync($"contract check {_path}");

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(run.Lines, Has.One.StartsWith($"{_path}:6:16: error unknown-version: "));
        Assert.That(run.Error, Does.Contain("1 of them errors"));
    }

    [TestCase("not: [yaml")]
    [TestCase("swagger: '2.0'")]
    public async Task Check_NoContract_CannotBeLoaded(string text)
    {
        await File.WriteAllTextAsync(_path, text);

        var run = await ToolRun.StartAsync($"contract check {_path}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain(_path));
    }

    [Test]
    public async Task Check_NoFile_CannotBeLoaded()
    {
        var run = await ToolRun.StartAsync($"contract check {_path}");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.Contain(_path));
    }
}

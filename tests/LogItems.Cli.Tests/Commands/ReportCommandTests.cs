using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class ReportCommandTests : FakeServerFixture
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private string _folder = null!;

    protected override FakeServerOptions Options =>
        new() { Sessions = [new FakeSessionBuilder(Start).Success("Connected to organization").Warning("Mailbox was not found").Build()] };

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory().FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Report_HtmlAndTrace_AreWritten()
    {
        var (html, trace) = (Path.Combine(_folder, "report.html"), Path.Combine(_folder, "trace.json"));

        var run = await RunAsync($"report --since 2026-11-20 --until 2026-11-21T12:00Z --html {html} --trace {trace}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "")));
        Assert.That(run.Error, Is.EqualTo("1 session with 1 failure; 0 sessions with 0 failures before. Groups: 1 new, 0 recurring, 0 gone.\n"));
        Assert.That(await File.ReadAllTextAsync(html), Does.StartWith("<!doctype html>\n").And.EndWith("</html>\n"));
        Assert.That(JsonElement.Parse(await File.ReadAllTextAsync(trace)).GetProperty("traceEvents").GetArrayLength(), Is.EqualTo(3));
    }

    [TestCase("", 2, "Specify --html, --trace or both.")]
    [TestCase("--html report.html --since 2026-01-01", 2, "The span is longer than 45 days")]
    [TestCase("--html /nowhere/report.html --since 2026-11-20 --until 2026-11-21", 3, "/nowhere/report.html")]
    public async Task Report_WrongOptions_ReportWhyAndWriteNothing(string options, int expected, string message)
    {
        var run = await RunAsync($"report {options}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected, "")));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(File.Exists("report.html"), Is.False);
    }
}

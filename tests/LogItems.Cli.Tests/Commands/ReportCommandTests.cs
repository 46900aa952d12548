using System.Text.Json;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;

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

        var run = await RunAsync($"report --since 2026-11-20T00:00Z --until 2026-11-21T12:00Z --html {html} --trace {trace}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((0, "")));
        Assert.That(run.Error, Is.EqualTo(
            "No session ended between 2026-11-18 12:00:00Z and 2026-11-20 00:00:00Z, so every failure is new.\n"
            + "1 session with 1 failure; 0 sessions with 0 failures before. Groups: 1 new, 0 recurring, 0 gone.\n"));
        Assert.That(await File.ReadAllTextAsync(html), Does.StartWith("<!doctype html>\n").And.EndWith("</html>\n"));
        Assert.That(JsonElement.Parse(await File.ReadAllTextAsync(trace)).GetProperty("traceEvents").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public async Task Report_SessionThatCannotBeRead_IsWrittenWithoutItAndEndsWith4()
    {
        var html = Path.Combine(_folder, "report.html");
        var other = new FakeSessionBuilder(Start).Success("Connected to organization").Build();
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions = [.. Options.Sessions, other],
            MapEndpoints = endpoints => endpoints.Map($"/v8/JobSessions/{other.Id}/LogItems", http =>
            {
                http.Response.StatusCode = 500;
                return Task.CompletedTask;
            }).WithOrder(-1),
        });

        var run = await RunAsync($"report --since 2026-11-20 --until 2026-11-21T12:00Z --html {html} --server {server.BaseAddress} --retries 0");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain("1 session could not be read, so failures are missing: "));
        Assert.That(File.Exists(html), Is.True);
    }

    [TestCase("", 2, "Specify --html, --trace or both.")]
    [TestCase("--html report.html --since 2026-01-01", 2, "The span is longer than 45 days")]
    [TestCase("--html report.html --until 0001-01-01T00:00Z", 2, "which is not before its end")]
    [TestCase("--html /nowhere/report.html --since 2026-11-20 --until 2026-11-21", 3, "/nowhere/report.html")]
    public async Task Report_WrongOptions_ReportWhyAndWriteNothing(string options, int expected, string message)
    {
        var run = await RunAsync($"report {options}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((expected, "")));
        Assert.That(run.Error, Does.Contain(message));
        Assert.That(File.Exists("report.html"), Is.False);
    }
}

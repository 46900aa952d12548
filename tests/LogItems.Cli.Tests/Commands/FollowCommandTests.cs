using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Commands;

internal sealed class FollowCommandTests : FakeServerFixture
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Follow_EndedSession_PrintsItAsJsonLinesAndEnds()
    {
        var run = await RunAsync($"follow {SeedItem.Session}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines, Is.EqualTo(SeedItem.All.Select(item => item.Json)));
    }

    [Test]
    public async Task Follow_AsATableOnATerminal_IsNotLive()
    {
        using var terminal = new FakeTerminal(width: 120);
        using var error = new StringWriter();
        var host = new CommandEnvironment { Out = terminal, Error = error, Variable = Environment.GetValueOrDefault, Size = () => terminal.Size };

        Assert.That(await Program.RunAsync(["follow", SeedItem.Session, "--format", "table"], host, CancellationToken.None), Is.Zero);
        Assert.That(terminal.Lines, Has.Count.EqualTo(1 + SeedItem.All.Count));
        Assert.That(terminal.Text, Does.StartWith("LEVEL").And.Contain("3 mailboxes found"));
    }

    [Test]
    public async Task Follow_UnknownSession_IsTheServersNo()
    {
        var run = await RunAsync($"follow {Guid.Empty}");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain(Guid.Empty.ToString()));
    }

    [TestCase("", "Failed", 0)]
    [TestCase("--fail-on failed", "Failed", 1)]
    [TestCase("--fail-on failed", "Stopped", 1)]
    [TestCase("--fail-on failed", "Warning", 0)]
    [TestCase("--fail-on warning", "Warning", 1)]
    [TestCase("--fail-on warning", "Success", 0)]
    public async Task Follow_FailOn_DecidesTheExitCode(string option, string status, int expected)
    {
        var session = new FakeSession { Status = status, CreationTime = Start, EndTime = Start.AddMinutes(1) };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });

        var run = await ToolRun.StartAsync($"follow {session.Id} {option} --server {server.BaseAddress}", Environment);

        Assert.That(run.ExitCode, Is.EqualTo(expected), run.Error);
    }

    [Test]
    public async Task Follow_NobodyListens_FailsLikeAnyOtherCommand([Values("v8", "auto")] string version)
    {
        var run = await ToolRun.StartAsync($"follow {SeedItem.Session} --server http://127.0.0.1:1 --retries 0 --api-version {version} --token T");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((3, "")));
        Assert.That(run.Error, Does.Contain("http://127.0.0.1:1/"));
    }

    [Test]
    public async Task Follow_ServerAwayForAWhile_IsReportedOnStderr()
    {
        var answers = 0;
        await using var server = await StubServer.StartAsync(async context =>
        {
            // The session, its items, nothing, and the session again, which has ended.
            var isSession = !context.Request.Path.Value!.EndsWith("LogItems", StringComparison.OrdinalIgnoreCase);
            answers += isSession ? 1 : 0;
            context.Response.StatusCode = answers == 2 ? 503 : 200;
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answers == 2 ? "" : !isSession ? Bodies.Page(hasNext: false)
                : $$"""{"id":"{{SeedItem.Session}}","creationTime":"2026-11-20T01:00:00Z","endTime":"""
                    + $$"""{{(answers > 2 ? "\"2026-11-20T01:01:00Z\"" : "null")}},"status":"Running"}""");
        });

        var run = await ToolRun.StartAsync(
            $"follow {SeedItem.Session} --interval 1 --retries 0 --server {server.Address} --api-version v7 --token T");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(run.Error, Does.Match("^The server does not respond, retrying: .+\nThe server responds again.\nNo items match.\n$"));
    }
}

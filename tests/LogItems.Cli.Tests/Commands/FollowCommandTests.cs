using LogItems.Cli.Tests.Support;

namespace LogItems.Cli.Tests.Commands;

internal sealed class FollowCommandTests : FakeServerFixture
{
    [Test]
    public async Task Follow_EndedSession_PrintsItAsJsonLinesAndEnds()
    {
        var run = await RunAsync($"follow {SeedItem.Session}");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines, Is.EqualTo(SeedItem.All.Select(item => item.Json)));
    }

    [Test]
    public async Task Follow_OnATerminal_PrintsATable()
    {
        var run = await ToolRun.StartAsync(["follow", SeedItem.Session.ToString()], Environment, colours: true);

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Out, Does.Contain("LEVEL").And.Contain("3 mailboxes found"));
    }

    [Test]
    public async Task Follow_UnknownSession_IsTheServersNo()
    {
        var run = await RunAsync($"follow {Guid.Empty}");

        Assert.That(run.ExitCode, Is.EqualTo(4));
        Assert.That(run.Error, Does.Contain(Guid.Empty.ToString()));
    }
}

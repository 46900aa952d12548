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
}

using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.Client.Tests;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Output;

/// <summary><c>follow</c> on a terminal, by a clock that the test moves.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed partial class FollowViewTests : IDisposable
{
    private const string Header = "LEVEL    STARTED              DURATION      TEXT";
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 21, 59, 0, TimeSpan.FromHours(3));
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeTerminal _terminal = new(width: 80);
    private readonly StringWriter _error = new();
    private readonly FakeSession _session = new()
    {
        Id = new Guid("859277ed-b238-458c-9dec-2830e45e15fc"), Status = "Running", CreationTime = Start,
    };

    public void Dispose()
    {
        _terminal.Dispose();
        _error.Dispose();
    }

    [Test]
    public async Task Follow_RunningSession_ShowsWhatHasEndedAboveWhatRuns()
    {
        _session.AddItem(Ended(1, "Connected to organization"));
        _session.AddItem(Running(2, "Processing mailbox: adele.vance"));
        await using var server = await ServeAsync();
        var run = FollowAsync(server);

        await _terminal.WaitForAsync("next poll in 2 s");
        Assert.That(_terminal.Lines, Is.EqualTo(new[]
        {
            Header,
            "Success  2026-11-20 21:59:01  00:00:01.500  Connected to organization",
            new string('─', 80),
            "Session 859277ed-b238-458c-9dec-2830e45e15fc  Running  since 2026-11-20 21:59:0…",
            "2 items: 1 Running, 1 Success",
            "  Running  00:00:58  Processing mailbox: adele.vance",
            "next poll in 2 s",
        }));
        Assert.That(_terminal.IsCursorVisible, Is.False);

        _terminal.Size = new(120, 30);
        await MoveAsync(Second);
        await _terminal.WaitForAsync("next poll in 1 s");
        Assert.That(_terminal.LinesFromCursor, Is.EqualTo(new[]
        {
            new string('─', 120),
            "Session 859277ed-b238-458c-9dec-2830e45e15fc  Running  since 2026-11-20 21:59:00 +03:00  00:01:01",
            "2 items: 1 Running, 1 Success",
            "  Running  00:00:59  Processing mailbox: adele.vance",
            "next poll in 1 s",
        }));

        _session.UpdateItem(Ended(2, "Processing mailbox: adele.vance", "Warning"));
        _session.Finish("Warning", Start.AddMinutes(1.5));
        await MoveAsync(Second);
        Assert.That(await run, Is.Zero, _error.ToString());
        Assert.That(_terminal.Lines, Is.EqualTo(new[]
        {
            Header,
            "Success  2026-11-20 21:59:01  00:00:01.500  Connected to organization",
            "LEVEL    STARTED                     DURATION      TEXT",
            "Warning  2026-11-20 21:59:02 +03:00  00:00:01.500  Processing mailbox: adele.vance",
            "Session 859277ed-b238-458c-9dec-2830e45e15fc  Warning after 00:01:30.000  2 items: 1 Success, 1 Warning",
        }));
        Assert.That(_terminal.IsCursorVisible, Is.True);
        Assert.That(_error.ToString(), Is.Empty);
    }

    [Test]
    public async Task Follow_ItemToldAgainAfterItHasEnded_IsPrintedOnceAndCountedAnew()
    {
        _session.AddItem(Ended(1, "Item has been changed"));
        await using var server = await ServeAsync();
        var run = FollowAsync(server);
        await _terminal.WaitForAsync("next poll in 2 s");

        _session.UpdateItem(Ended(1, "Item has been changed", "Error"));
        await MoveAsync(Interval);
        await _terminal.WaitForAsync("1 item: 1 Error");

        Assert.That(_terminal.Lines.Count(line => line.Contains("Item has been changed", StringComparison.Ordinal)), Is.EqualTo(1));
        _session.Finish("Failed", Start.AddMinutes(2));
        await MoveAsync(Interval);
        Assert.That(await run, Is.Zero);
    }

    [Test]
    public async Task Follow_ItemsThatNeverEnd_AreShownInTheEnd()
    {
        _session.Finish("Stopped", Start.AddMinutes(2));
        _session.AddItem(Running(1, "Processing site"));
        await using var server = await ServeAsync();

        Assert.That(await FollowAsync(server), Is.Zero);
        Assert.That(_terminal.Lines, Is.EqualTo(new[]
        {
            Header,
            "Running  2026-11-20 21:59:01  running       Processing site",
            "Session 859277ed-b238-458c-9dec-2830e45e15fc  Stopped after 00:02:00.000  1 item",
            ": 1 Running",
        }));
    }

    [Test]
    public async Task Follow_ServerAway_SaysSoUntilItIsBack()
    {
        const string item = """
            {"id":"00000000-0000-4000-8000-000000000001","type":"Running","message":"Nothing to process","creationTime":"2026-11-20T21:59:30+03:00"}
            """;
        string? down = null;
        var end = "null";
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync(
            down is not null ? down
            : context.Request.Path.Value!.EndsWith("/LogItems", StringComparison.Ordinal) ? Bodies.Page(hasNext: false, item)
            : $$"""{"id":"{{_session.Id}}","status":"Running","creationTime":"2026-11-20T21:59:00+03:00","endTime":{{end}}}"""));
        var run = FollowAsync(server);
        await _terminal.WaitForAsync("next poll in 2 s");

        // What a proxy says for a service that starts is not tried again at once, so the clock can be moved by known steps.
        down = "<html>\u001B[2J";
        await MoveAsync(Interval);
        await _terminal.WaitForAsync("server unavailable for 00:00:02, retrying in 3 s: ");
        Assert.That(_terminal.LinesFromCursor, Has.Some.EqualTo("  Running  00:00:32  Nothing to process"), "what ran when it went");
        await MoveAsync(Second, waiting: 3);
        await _terminal.WaitForAsync("server unavailable for 00:00:03, retrying in 2 s: ");

        (down, end) = (null, "\"2026-11-20T22:00:05+03:00\"");
        await MoveAsync(Interval, waiting: 3);
        Assert.That(await run, Is.Zero);
        Assert.That(_terminal.Text, Does.Contain("Running after 00:01:05.000").And.Not.Contain("away"));
    }

    [Test]
    public async Task Follow_ServerAwayForGood_LeavesACleanTerminalAndTheError()
    {
        string? down = null;
        await using var server = await StubServer.StartAsync(context => context.Response.WriteAsync(
            down is not null ? down
            : context.Request.Path.Value!.EndsWith("/LogItems", StringComparison.Ordinal) ? Bodies.Page(hasNext: false)
            : $$"""{"id":"{{_session.Id}}","status":"Running","creationTime":"2026-11-20T21:59:00+03:00","endTime":null}"""));
        var run = FollowAsync(server);
        await _terminal.WaitForAsync("next poll in 3 s");
        down = "<html>";
        await MoveAsync(TimeSpan.FromSeconds(3), waiting: 3);
        await _terminal.WaitForAsync("server unavailable for 00:00:03, retrying in 5 s: ");
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(4.5));
        _time.Advance(TimeSpan.FromMinutes(15));

        Assert.That(await run, Is.EqualTo(4));
        Assert.That((_terminal.Lines, _terminal.IsCursorVisible), Is.EqualTo((Array.Empty<string>(), true)));
        Assert.That(_error.ToString(), Does.StartWith("logitems: "));
    }

    [Test]
    public async Task Follow_ServerThatNeverAnswered_FailsAtOnce()
    {
        await using var server = await StubServer.StartAsync("<html>", 200);

        Assert.That(await FollowAsync(server), Is.EqualTo(4));
        Assert.That((_terminal.Lines, _terminal.IsCursorVisible), Is.EqualTo((Array.Empty<string>(), true)));
    }

    [Test]
    public async Task Follow_UnknownSession_ShowsNothingButTheError()
    {
        await using var server = await ServeAsync();

        Assert.That(await FollowAsync(server, session: Guid.Empty), Is.EqualTo(4));
        Assert.That((_terminal.Lines, _terminal.IsCursorVisible), Is.EqualTo((Array.Empty<string>(), true)));
    }

    [Test]
    public async Task Follow_Canceled_LeavesACleanTerminal()
    {
        _session.AddItem(Ended(1, "Connected to organization"));
        await using var server = await ServeAsync();
        using var stop = new CancellationTokenSource();
        var run = FollowAsync(server, cancellationToken: stop.Token);
        await _terminal.WaitForAsync("next poll in 2 s");

        await stop.CancelAsync();

        Assert.That(await run, Is.EqualTo(130));
        Assert.That(_terminal.Lines, Has.Count.EqualTo(2));
        Assert.That(_terminal.Lines[1], Does.EndWith("Connected to organization"));
        Assert.That(_terminal.IsCursorVisible, Is.True);
        Assert.That(_error.ToString(), Is.EqualTo("logitems: canceled.\n"));
    }

    private static FakeLogItem Running(int usn, string message) => new()
    {
        Id = new Guid(usn, 0, 0, new byte[8]), Usn = usn, Type = "Running", Message = message, CreationTime = Start.AddSeconds(usn),
    };

    private static FakeLogItem Ended(int usn, string message, string level = "Success") =>
        Running(usn, message) with { Type = level, EndTime = Start.AddSeconds(usn + 1.5) };

    private Task<FakeLogItemsServer> ServeAsync() => FakeLogItemsServer.StartAsync(new() { Sessions = [_session] });

    /// <summary>Moves the clock, when the command has begun to wait for the next poll.</summary>
    private async Task MoveAsync(TimeSpan time, int waiting = 2)
    {
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(waiting));
        _time.Advance(time);
    }

    private Task<int> FollowAsync(
        FakeLogItemsServer server, bool colors = true, Guid? session = null, string? option = null, CancellationToken cancellationToken = default) =>
        FollowAsync(
            [$"{session ?? _session.Id}", "--server", $"{server.BaseAddress}", "--username", "demo", .. option is null ? [] : new[] { option }],
            colors,
            cancellationToken);

    private Task<int> FollowAsync(StubServer server) =>
        FollowAsync([$"{_session.Id}", "--server", server.Address, "--token", "T"], colors: true, CancellationToken.None);

    private Task<int> FollowAsync(IEnumerable<string> args, bool colors, CancellationToken cancellationToken)
    {
        var host = new CommandEnvironment
        {
            Out = _terminal,
            Error = _error,
            Variable = name => name == "LOGITEMS_PASSWORD" ? "demo" : null,
            HasColors = colors,
            Size = () => _terminal.Size,
            Time = _time,
        };
        return Program.RunAsync(["follow", "--api-version", "v8", .. args], host, cancellationToken);
    }
}

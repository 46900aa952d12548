using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.Client.Tests;
using Microsoft.AspNetCore.Http;

namespace LogItems.Cli.Tests.Output;

/// <summary>The progress of a list on the terminal of stderr, by a clock that the test moves.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class ProgressLineTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly ManualTimeProvider _time = new();
    private readonly FakeTerminal _terminal = new(width: 80);
    private readonly StringWriter _out = new() { NewLine = "\n" };

    public void Dispose()
    {
        _terminal.Dispose();
        _out.Dispose();
    }

    [Test]
    public async Task List_LongWork_ShowsItemsRatePageAndTime()
    {
        var (server, release) = await StartAsync("v8");
        await using var _ = server;
        var run = RunAsync(server, "v8");

        await ShowAsync(run, "2 items  ", "page 2");

        // 2 items in the time that has passed since the start, by the same clock.
        Assert.That(run.IsCompleted, Is.False, _terminal.Text);
        Assert.That(_terminal.Text, Does.Match("^2 items  [0-9]+/s  page 2  [0-9:.]+$"));
        release.SetResult();
        Assert.That(await run, Is.Zero);
        Assert.That((_terminal.Text, _out.ToString().Split('\n').Length), Is.EqualTo(("", 4)), "the line is removed, and stdout has the items alone");
    }

    [Test]
    public async Task List_VersionThatSendsATotal_ShowsIt()
    {
        var (server, release) = await StartAsync("v7");
        await using var _ = server;
        var run = RunAsync(server, "v7");

        await ShowAsync(run, "2 of 3 items  ", "page 2");

        release.SetResult();
        Assert.That(await run, Is.Zero);
    }

    [Test]
    public async Task List_LessThanTheInterval_ShowsNothingYet()
    {
        var (server, release) = await StartAsync("v8");
        await using var _ = server;
        var run = RunAsync(server, "v8");

        await _time.WaitForTimerAsync(Interval).WaitAsync(ToolProcess.Patience);
        _time.Advance(Interval - TimeSpan.FromTicks(1));
        var early = _terminal.Text;
        _time.Advance(TimeSpan.FromTicks(1));

        Assert.That((early, _terminal.Text), Is.EqualTo(("", _terminal.Lines.Single())));
        release.SetResult();
        Assert.That(await run, Is.Zero);
    }

    [TestCase(true, "--no-progress")]
    [TestCase(false, "")]
    public async Task List_NotWantedOrNoTerminal_WritesNothing(bool canShow, string option)
    {
        await using var server = await StubServer.StartAsync(Bodies.Page(hasNext: false, Bodies.Item(1)));

        Assert.That(await RunAsync(server, "v8", canShow, option), Is.Zero);

        _terminal.Flush();
        Assert.That(_terminal.Text, Is.Empty);
    }

    [Test]
    public async Task List_MessageMeanwhile_HasALineOfItsOwn()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Query["offset"] == "0" ? 200 : 400;
            return context.Response.WriteAsync(Bodies.Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)), context.RequestAborted);
        });

        var run = RunAsync(server, "v8");
        _time.Advance(Interval);

        Assert.That(await run, Is.EqualTo(4));
        _terminal.Flush();
        Assert.That(_terminal.Lines[0], Does.StartWith("logitems: "));
    }

    private static Task<(StubServer Server, TaskCompletionSource Release)> StartAsync(string version)
    {
        string Page(bool hasNext, params string[] items) => version == "v8"
            ? Bodies.Page(hasNext, items)
            : Bodies.Page(hasNext, items).Replace("\"offset\":0,", "\"offset\":0,\"totalCount\":3,", StringComparison.Ordinal);
        return StubServer.StartHoldingBackAsync(Page(hasNext: true, Bodies.Item(1), Bodies.Item(2)), Page(hasNext: false, Bodies.Item(2), Bodies.Item(3)));
    }

    private Task<int> RunAsync(StubServer server, string version, bool canShow = true, string option = "") => Program.RunAsync(
        $"list {Bodies.SessionId} --api-version {version} --token a-token --server {server.Address} --format jsonl --timeout 86400 {option}"
            .Split(' ', StringSplitOptions.RemoveEmptyEntries),
        new CommandEnvironment { Out = _out, Error = _terminal, CanShowProgress = canShow, Time = _time },
        CancellationToken.None);

    /// <summary>Moves the clock from one drawing to the next until the line has all of the texts.</summary>
    private async Task ShowAsync(Task<int> run, params string[] texts)
    {
        while (!run.IsCompleted && !texts.All(text => _terminal.Text.Contains(text, StringComparison.Ordinal)))
        {
            await _time.WaitForTimerAsync(Interval).WaitAsync(ToolProcess.Patience);
            _time.Advance(Interval);
        }
    }
}

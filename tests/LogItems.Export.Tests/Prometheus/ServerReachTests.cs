using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Prometheus;

[CancelAfter(60_000)]
public class ServerReachTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task Reach_NobodyListens_IsAFailedPoll(CancellationToken cancellationToken)
    {
        var server = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        await server.DisposeAsync();
        using var run = Create(server.BaseAddress, timeout: TimeSpan.FromDays(1));

        await run.RefuseAsync(_time, poller => poller.ReachAsync(cancellationToken));

        Assert.That(await run.ReadAsync(), Is.SupersetOf(new[]
        {
            "logitems_up{server=\"a\"} 0", "logitems_polls_total{server=\"a\"} 1", "logitems_poll_failures_total{server=\"a\",reason=\"unreachable\"} 1",
        }));
    }

    [Test]
    public async Task Reach_ServerResponds_IsNoPoll(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        using var run = Create(server.BaseAddress);

        await run.Poller.ReachAsync(cancellationToken);

        Assert.That(await run.ReadAsync(), Has.Some.EqualTo("logitems_polls_total{server=\"a\"} 0").And.None.StartsWith("logitems_up"));
        Assert.That(server.Requests.Select(request => request.Path.Split('/')[^1]), Has.Some.EqualTo("Jobs").And.None.EqualTo("JobSessions"));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Reach_FirstTimeAndServerHangs_IsDownBeforeTheTimeout(bool trickles, CancellationToken cancellationToken)
    {
        await using var server = new SilentServer(trickles);
        using var run = Create(server.Address);
        var reaching = run.Poller.ReachAsync(cancellationToken);
        await server.Accepted.WaitAsync(cancellationToken);
        var before = await run.ReadAsync();

        _time.Advance(TimeSpan.FromSeconds(10));
        while (!(await run.ReadAsync()).Contains("logitems_up{server=\"a\"} 0"))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        Assert.That(before, Has.None.StartsWith("logitems_up"));
        Assert.That(reaching.IsCompleted, Is.False);
        Assert.That(await run.ReadAsync(), Has.Some.EqualTo("logitems_poll_failures_total{server=\"a\",reason=\"timeout\"} 0"));
        _time.Advance(TimeSpan.FromMinutes(2));
        Assert.That(() => reaching, Throws.InstanceOf<TimeoutException>());
        Assert.That(await run.ReadAsync(), Has.Some.EqualTo("logitems_poll_failures_total{server=\"a\",reason=\"timeout\"} 1"));
    }

    private PollerRun Create(Uri address, TimeSpan? timeout = null)
    {
        var server = TestFleet.Server(address, version: ApiVersion.V8);
        return new(server with { Timeout = timeout ?? server.Timeout }, new FleetExporterOptions { TimeProvider = _time });
    }
}

using System.Net.Sockets;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Prometheus;

public class ServerReachTests
{
    [Test]
    public async Task Reach_NobodyListens_IsAFailedPoll()
    {
        var server = await FakeLogItemsServer.StartAsync();
        await server.DisposeAsync();
        using var run = new PollerRun(TestFleet.Server(server.BaseAddress), new FleetExporterOptions());

        await Assert.ThrowsAsync<SocketException>(() => run.Poller.ReachAsync(CancellationToken.None));

        Assert.That(await run.ReadAsync(), Is.SupersetOf(new[]
        {
            "logitems_up{server=\"a\"} 0", "logitems_polls_total{server=\"a\"} 1", "logitems_poll_failures_total{server=\"a\",reason=\"unreachable\"} 1",
        }));
    }

    [Test]
    public async Task Reach_ServerListens_IsNoPoll()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var run = new PollerRun(TestFleet.Server(server.BaseAddress), new FleetExporterOptions());

        await run.Poller.ReachAsync(CancellationToken.None);

        Assert.That(await run.ReadAsync(), Has.Some.EqualTo("logitems_polls_total{server=\"a\"} 0").And.None.StartsWith("logitems_up"));
        Assert.That(server.Requests, Is.Empty);
    }
}

using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Export.Tests.Health;

/// <summary>When an outage of the sink or of the checkpoints is over, and when it is not.</summary>
public class ExportOutageTests : ExportHealthFixture
{
    [Test]
    [CancelAfter(60_000)]
    public async Task Check_WhatCouldNotBeDeliveredIsGone_IsHealthy(CancellationToken cancellationToken)
    {
        var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        Sink.Before = _ => throw new IOException("It is away.");
        var run = Create(server.BaseAddress);
        await run.StartAndPollAsync();
        var first = await run.CheckAsync();
        await server.DisposeAsync();
        await using var later = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = server.BaseAddress }, cancellationToken);

        await run.PassTimeUntilAsync(async () => (await run.CheckAsync()).Status == HealthStatus.Healthy, cancellationToken);

        Assert.That(first.Data, Does.ContainKey("sinkOutage"));
        Assert.That(Sink.Items, Is.Empty);
    }

    /// <summary>A worker read the server an hour after the failure, or an hour before it.</summary>
    [TestCase(3600, false)]
    [TestCase(3 * 3600, true)]
    public async Task Check_ServerWasReadByAWorker_EndsTheOutageIfThatWasLater(int age, bool isAway)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        Sink.Before = _ =>
        {
            Time.Advance(TimeSpan.FromHours(2));
            throw new IOException("It is away.");
        };
        var progress = new ServerProgress("a", TimeSpan.FromSeconds(age), IsLeased: false);
        var run = Create(server.BaseAddress, wrap: store => new IdleStore(store, progress) { Leases = 1 });
        await run.StartAndPollAsync();
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(10));
        Time.Advance(TimeSpan.FromHours(2));
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(10));

        Assert.That((await run.CheckAsync()).Data.ContainsKey("sinkOutage"), Is.EqualTo(isAway));
    }

    /// <summary>As a database whose disk is full: what is stored can be read.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task Check_CheckpointsCanBeReadButNotStored_IsUnhealthyInTheEnd(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        var run = Create(server.BaseAddress, wrap: store => new FullStore(store));
        await run.StartAndPollAsync();

        await run.PassTimeUntilAsync(async () => (await run.CheckAsync()).Status == HealthStatus.Unhealthy, cancellationToken);

        Assert.That((TimeSpan)(await run.CheckAsync()).Data["storeOutage"], Is.GreaterThanOrEqualTo(TimeSpan.FromMinutes(1)));
    }

    /// <summary>After the server's interval, it would be unhealthy for long.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task Check_CheckpointCouldNotBeStoredOnce_IsHealthySoon(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        FullStore? full = null;
        var run = Create(
            [TestFleet.Server(server.BaseAddress) with { Interval = TimeSpan.FromMinutes(15) }], wrap: store => full = new FullStore(store));
        await run.StartAndPollAsync();
        var first = await run.CheckAsync();
        full!.IsFull = false;
        for (var second = 0; second < 31; second++)
        {
            await Time.WaitForTimerAsync(TimeSpan.FromSeconds(1)).WaitAsync(cancellationToken);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        await run.PolledAsync(cancellationToken);
        var later = await run.CheckAsync();

        Assert.That((first.Status, later.Status), Is.EqualTo((HealthStatus.Degraded, HealthStatus.Healthy)));
    }

    private sealed class FullStore(CheckpointStore store) : DelegatingStore(store)
    {
        public bool IsFull { get; set; } = true;

        public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default) =>
            IsFull ? throw new IOException("The disk is full.") : base.SaveAsync(lease, change, cancellationToken);
    }
}

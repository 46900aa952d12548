using System.Collections.Concurrent;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Postgres;

/// <summary>Several workers share a fleet by a PostgreSQL.</summary>
public class SharedFleetTests : PostgresFixture
{
    [TestCase(2)]
    [TestCase(5)]
    public async Task RunAsync_SeveralWorkers_EachServerIsReadByOneAtATimeAndNoneIsForgotten(int workers)
    {
        const int Servers = 30;
        await using var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(5, 20, seed: 1) });
        var fleet = Enumerable.Range(0, Servers).Select(index => ExportServers.Of(fake, $"s{index}") with { Interval = TimeSpan.FromSeconds(1) }).ToList();
        var (reading, polls, doubled) = (new ConcurrentDictionary<string, bool>(), new ConcurrentDictionary<string, int>(), 0);
        var arePolledTwice = new TaskCompletionSource();
        using var end = new CancellationTokenSource();
        var runs = Enumerable.Range(0, workers).Select(async _ =>
        {
            await using var store = new ObservedStore(
                new PostgresCheckpointStore(Source),
                server => Interlocked.Add(ref doubled, reading.TryAdd(server, true) ? 0 : 1),
                server => reading.TryRemove(server, out var _));
            var worker = new ExportWorker(fleet, store, new PostgresSink(Source));
            worker.Polled += (server, _) =>
            {
                polls.AddOrUpdate(server, 1, (_, count) => count + 1);
                if (polls.Count == Servers && polls.Values.All(count => count >= 2))
                {
                    arePolledTwice.TrySetResult();
                }
            };
            await worker.RunAsync(end.Token);
        }).ToList();

        await await Task.WhenAny([arePolledTwice.Task, .. runs]);
        await end.CancelAsync();

        foreach (var run in runs)
        {
            Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(doubled, Is.Zero, "servers that two workers had at the same time");
        await using var command = Source.CreateCommand("SELECT count(*) FROM logitems.items");
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(Servers * 5L * 20L));
    }

    /// <summary>Without the progress of the one before, a worker would list everything again.</summary>
    [Test]
    public async Task TryAcquireAsync_ServerThatAnotherWorkerRead_ComesWithItsProgress()
    {
        var checkpoint = new ServerCheckpoint(ExportServers.Night, ExportServers.Night.AddDays(1));
        await using var first = new PostgresCheckpointStore(Source);
        await using var second = new PostgresCheckpointStore(Source);
        var servers = new[] { ExportServers.Of(new Uri("https://localhost")) };
        await first.InitializeAsync(servers, areDue: true);
        var lease = (await first.TryAcquireAsync())!;
        await first.SaveAsync(lease, new CheckpointChange { Server = checkpoint });
        await first.ReleaseAsync(lease, TimeSpan.Zero, wasRead: true);
        await second.InitializeAsync(servers, areDue: true);

        var next = await second.TryAcquireAsync();

        Assert.That((lease.Checkpoint, next?.Checkpoint), Is.EqualTo((ServerCheckpoint.None, checkpoint)));
    }

    [Test]
    public async Task RunAsync_WorkerHasEndedWithoutGivingItsServerBack_AnotherTakesItWhenTheLeaseHasExpired()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await using var ended = new PostgresCheckpointStore(Source, TimeSpan.FromSeconds(1));
        await ended.InitializeAsync([ExportServers.Of(fake)], areDue: true);
        Assert.That(await ended.TryAcquireAsync(), Is.Not.Null);
        var polled = new TaskCompletionSource<PollResult>();
        await using var store = new PostgresCheckpointStore(Source, TimeSpan.FromSeconds(1));
        var worker = new ExportWorker([ExportServers.Of(fake)], store, new PostgresSink(Source));
        worker.Polled += (_, result) => polled.TrySetResult(result);
        using var end = new CancellationTokenSource();

        var run = worker.RunAsync(end.Token);

        Assert.That(await polled.Task, Is.EqualTo(new PollResult(1, 10, 0, null)));
        await end.CancelAsync();
        Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task RunOnceAsync_DatabaseRestartsInBetween_ExportsEverythingInTheEnd()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(20, 20, seed: 1) });
        await using var store = new PostgresCheckpointStore(Source);
        var sink = new PostgresSink(Source);
        var writes = 0;
        var crashing = new CrashingStore(store, async () =>
        {
            if (++writes == 3)
            {
                await Server.StopAsync();
                await Server.RestartAsync();
            }
        });
        var options = new ExportOptions { BatchSize = 50 };
        await sink.RunOnceAsync(crashing, options, ExportServers.Of(fake));

        await sink.RunOnceAsync(store, options, ExportServers.Of(fake));

        await using var command = Source.CreateCommand("SELECT count(*) FROM logitems.items");
        Assert.That(await command.ExecuteScalarAsync(), Is.EqualTo(20L * 20L));
    }

    /// <summary>Does something before each delivery.</summary>
    private sealed class CrashingStore(CheckpointStore store, Func<Task> beforeDelivery) : DelegatingStore(store)
    {
        public override async Task DeliverAsync(
            ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default)
        {
            await beforeDelivery();
            await base.DeliverAsync(lease, batch, change, sink, cancellationToken);
        }
    }

    /// <summary>Tells which servers are taken and given back.</summary>
    private sealed class ObservedStore(CheckpointStore store, Action<string> taken, Action<string> givenBack) : DelegatingStore(store)
    {
        public override async Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default)
        {
            var lease = await base.TryAcquireAsync(cancellationToken);
            if (lease is not null)
            {
                taken(lease.Server);
            }

            return lease;
        }

        public override Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default)
        {
            givenBack(lease.Server);
            return base.ReleaseAsync(lease, delay, wasRead, cancellationToken);
        }
    }
}

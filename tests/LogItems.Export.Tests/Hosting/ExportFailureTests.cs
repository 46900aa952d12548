using System.Collections.Concurrent;
using System.Net;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Hosting;

/// <summary>What fails is exported later, and does not keep the rest.</summary>
public class ExportFailureTests : ExportFixture
{
    [Test]
    public async Task RunOnceAsync_SinkFailsOnce_ExportsEverythingTheNextTime()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        Sink.Before = _ => throw new IOException("The disk is full.");
        var failed = await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));
        Sink.Before = _ => { };

        await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(failed["a"].Failure, Is.InstanceOf<ExportSinkException>().With.Message.EqualTo(
            "Writing 10 items of 1 sessions of the server 'a' failed: The disk is full. They will be read and written again."));
        Assert.That(Sink.Items, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task RunOnceAsync_SessionWithoutItemsAfterACrash_IsExported()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(0)] });
        Sink.Before = _ => throw new IOException("The process ended here.");
        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));
        Sink.Before = _ => { };

        await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(Sink.Sessions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RunOnceAsync_ServerThatIsAway_DoesNotKeepTheOthers()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        var gone = await FakeLogItemsServer.StartAsync();
        await gone.DisposeAsync();

        var results = await Sink.RunOnceAsync(
            Store, new ExportOptions { MaxConcurrency = 1 }, ExportServers.Of(gone.BaseAddress, "gone"), ExportServers.Of(server));

        Assert.That(results["gone"].Failure, Is.InstanceOf<HttpRequestException>());
        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 10, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_SessionsThatCannotBeRead_DoNotKeepTheNewerOnes()
    {
        var bad = Enumerable.Range(0, 6).Select(index => ExportServers.Session(3, ExportServers.Night.AddHours(index))).ToList();
        var good = ExportServers.Session(10, ExportServers.Night.AddHours(20));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [.. bad, good] });
        var refusing = RefusingServer.Of(server, bad);

        var first = await Sink.RunOnceAsync(Store, null, refusing);
        var worker = new ExportWorker([refusing], await ReopenAsync(), Sink);
        await worker.RunOnceAsync();
        await worker.RunOnceAsync();

        Assert.That(first["a"].FailedSessions, Is.EqualTo(5), "so many are enough for a poll");
        Assert.That(Sink.Items, Has.Count.EqualTo(10));
    }

    /// <summary>As while a server is upgraded: the session is older than those that are listed the next time.</summary>
    [Test]
    public async Task RunOnceAsync_ItemsOfASessionAreNotFound_KeepsTheSession()
    {
        var (session, later) = (ExportServers.Session(3), ExportServers.Session(5, ExportServers.Night.AddDays(3)));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session, later] });
        await Sink.RunOnceAsync(Store, null, RefusingServer.Of(server, [session], HttpStatusCode.NotFound));

        await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(Sink.Items, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task RunOnceAsync_RenewalFailsOnce_IsTriedAgain()
    {
        var isRenewed = new TaskCompletionSource();
        var renewals = 0;
        var store = new RenewedStore(Store, () =>
        {
            if (++renewals == 1)
            {
                throw new IOException("The database restarts.");
            }

            isRenewed.TrySetResult();
        });
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });

        var results = await new WaitingSink(_ => isRenewed.Task).RunOnceAsync(store, null, ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 3, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_LeaseIsLostWhileItPolls_EndsThePollAndSaysSo()
    {
        var store = new RenewedStore(Store, () => throw new LeaseLostException("Lost."));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        var sink = new WaitingSink(canceled => new TaskCompletionSource().Task.WaitAsync(canceled));

        var results = await sink.RunOnceAsync(store, null, ExportServers.Of(server));

        Assert.That(results["a"].Failure, Is.InstanceOf<LeaseLostException>());
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task RunAsync_ServersThatFailedAndHang_TakeAQuarterOfThePlaces(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var handler = new HangingHandler();
        var hanging = Enumerable.Range(0, 4)
            .Select(index => ExportServers.Of(server, $"hanging{index}", handler) with { Interval = TimeSpan.FromMilliseconds(1) });
        var good = ExportServers.Of(server, "good") with { Interval = TimeSpan.FromMilliseconds(1) };
        var worker = new ExportWorker([.. hanging, good], Store, Sink, new ExportOptions { MaxConcurrency = 4 });
        var (failed, polls) = (new ConcurrentDictionary<string, bool>(), 0);
        worker.Polled += (name, result) =>
        {
            if (result.Failure is not null && failed.TryAdd(name, true) && failed.Count == 4)
            {
                // Each has failed, and from here on they no longer answer.
                handler.Hangs = true;
            }

            if (name == "good" && handler.Hanging > 0 && Interlocked.Increment(ref polls) == 5)
            {
                end.Cancel();
            }
        };

        Assert.That(() => worker.RunAsync(end.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((handler.Hanging, polls), Is.EqualTo((1, 5)));
    }

    [Test]
    public async Task RunAsync_CanceledWhileItPolls_GivesTheServerBack()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        using var end = new CancellationTokenSource();
        Sink.Before = _ =>
        {
            end.Cancel();
            end.Token.ThrowIfCancellationRequested();
        };
        Assert.That(() => new ExportWorker([ExportServers.Of(server)], Store, Sink).RunAsync(end.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await Store.TryAcquireAsync())?.Server, Is.EqualTo("a"));
    }

    /// <summary>Fails at once, and later does not answer.</summary>
    private sealed class HangingHandler : HttpMessageHandler
    {
        private volatile bool _hangs;
        private int _hanging;

        public bool Hangs { get => _hangs; set => _hangs = value; }

        /// <summary>The number of requests that had no answer.</summary>
        public int Hanging => _hanging;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (!_hangs)
            {
                throw new HttpRequestException("Connection refused.");
            }

            Interlocked.Increment(ref _hanging);
            return new TaskCompletionSource<HttpResponseMessage>().Task.WaitAsync(cancellationToken);
        }
    }

    /// <summary>Renews leases all the time.</summary>
    private sealed class RenewedStore(CheckpointStore store, Action renewing) : DelegatingStore(store)
    {
        public override TimeSpan RenewalInterval => TimeSpan.FromMilliseconds(1);

        public override Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default)
        {
            renewing();
            return Task.CompletedTask;
        }
    }

    /// <summary>Waits for something before it has written.</summary>
    private sealed class WaitingSink(Func<CancellationToken, Task> wait) : IExportSink
    {
        public Task InitializeAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default) => wait(cancellationToken);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

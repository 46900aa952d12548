using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Hosting;

/// <summary>Servers that hang for the first time do not keep those that work, however many they are.</summary>
[CancelAfter(60_000)]
public class HangingServerTests
{
    private readonly ManualTimeProvider _time = new();
    private TemporaryFolder _folder = null!;
    private SqliteCheckpointStore _store = null!;
    private RecordingSink _sink = null!;

    [SetUp]
    public void Open()
    {
        _folder = new TemporaryFolder();
        _store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"), _time);
        _sink = new RecordingSink();
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _store.DisposeAsync();
        await _sink.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task RunAsync_MoreServersHangThanThereArePlaces_TheOthersArePolled(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var handler = new HangingHandler();
        var hanging = Enumerable.Range(0, 80).Select(index => ExportServers.Of(server, $"hanging{index}", handler));
        var good = ExportServers.Of(server, "good") with { Interval = TimeSpan.FromSeconds(1) };
        var worker = new ExportWorker([.. hanging, good], _store, _sink, new ExportOptions { MaxConcurrency = 2, TimeProvider = _time });
        worker.Polled += (name, _) =>
        {
            if (name == "good" && handler.Hanging >= 80)
            {
                end.Cancel();
            }
        };

        var run = worker.RunAsync(end.Token);
        await PassTimeAsync(run);

        Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(cancellationToken.IsCancellationRequested, Is.False, "the server that works was not polled");
    }

    [Test]
    public async Task RunOnceAsync_ServerRespondsLate_IsExportedWhenItHasAPlaceAgain(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        using var handler = new HangingHandler();
        var (polling, most) = (0, 0);
        _sink.Before = _ => most = Math.Max(most, Interlocked.Increment(ref polling));
        _sink.After = _ => Interlocked.Decrement(ref polling);
        var worker = new ExportWorker(
            [ExportServers.Of(server, "slow", handler), ExportServers.Of(server, "good1"), ExportServers.Of(server, "good2")],
            _store, _sink, new ExportOptions { MaxConcurrency = 1, TimeProvider = _time });
        List<string> polled = [];
        var hung = false;
        worker.Polled += (name, _) =>
        {
            polled.Add(name);
            hung |= polled.Count == 1 && handler.Hanging > 0;
            if (polled.Count == 2)
            {
                handler.Respond();
            }
        };

        var run = worker.RunOnceAsync(cancellationToken);
        await PassTimeAsync(run);

        Assert.That(await run, Is.Empty);
        Assert.That(hung, Is.True, "it had the only place first");
        Assert.That(polled, Is.EqualTo(new[] { "good1", "good2", "slow" }).Or.EqualTo(new[] { "good2", "good1", "slow" }));
        Assert.That((_sink.Items.Count, most), Is.EqualTo((9, 1)));
    }

    private async Task PassTimeAsync(Task run)
    {
        while (!run.IsCompleted)
        {
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }
    }

    /// <summary>Does not respond until it is told to.</summary>
    private sealed class HangingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly TaskCompletionSource _respond = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _hanging;

        /// <summary>The number of requests that had no response.</summary>
        public int Hanging => _hanging;

        public void Respond() => _respond.SetResult();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _hanging);
            await _respond.Task.WaitAsync(cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
    }
}

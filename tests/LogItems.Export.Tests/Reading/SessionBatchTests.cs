using System.Text.RegularExpressions;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Reading;

/// <summary>However many sessions a server has, few are written and stored at a time.</summary>
public class SessionBatchTests : ExportFixture
{
    /// <summary>Twenty sessions are kept in memory.</summary>
    private static readonly ExportOptions Options = new() { SessionBatchSize = 2 };

    private readonly List<int> _batches = [];
    private readonly List<int> _changes = [];

    [SetUp]
    public void Measure()
    {
        _batches.Clear();
        _changes.Clear();
        Sink.Before = batch => _batches.Add(batch.Sessions.Count);
    }

    [Test]
    public async Task RunOnceAsync_ManySessionsTheFirstTime_AreStoredAndWrittenFewAtATime([Values(0, 1)] int items)
    {
        var sessions = Sessions(50, items);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await ExportAsync(server);

        Assert.That(results["a"], Is.EqualTo(new PollResult(50, 50 * items, 0, null)));
        Assert.That(Sink.Sessions.Keys.Select(key => key.Session), Is.EquivalentTo(sessions.Select(session => session.Id)));
        Assert.That((_batches.Max(), _batches.Sum(), _changes.Max()), Is.EqualTo((2, 50, 2)));
        Assert.That(Listings(server), Is.EqualTo(3), "20, 20 and 10 sessions");
    }

    [Test]
    public async Task RunOnceAsync_ManySessionsTheSecondTime_HasNothingNew()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = Sessions(50, items: 0) });
        await ExportAsync(server);
        await ReopenAsync();
        _batches.Clear();

        var results = await ExportAsync(server);

        Assert.That(results["a"], Is.EqualTo(new PollResult(0, 0, 0, null)));
        Assert.That(_batches, Is.Empty);
    }

    /// <summary>Those that are listed again, because they may be followed by others, are more than are kept.</summary>
    [Test]
    public async Task RunOnceAsync_ManySessionsWithinTheOverlap_FindsTheOneThatIsNew()
    {
        var sessions = Sessions(50, items: 1).ToList();
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });
        await ExportAsync(server);
        server.AddSession(ExportServers.Session(7, ExportServers.Night.AddMinutes(50)));

        var results = await ExportAsync(server);

        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 7, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_ManySessionsThatAreRunning_ReadsEachOnce()
    {
        var sessions = Enumerable.Range(0, 50).Select(minute => ExportServers.RunningSession(1, ExportServers.Night.AddMinutes(minute))).ToList();
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await ExportAsync(server);

        Assert.That(results["a"], Is.EqualTo(new PollResult(50, 100, 0, null)));
        Assert.That(server.Requests.Count(request => request.Path.EndsWith("/LogItems", StringComparison.OrdinalIgnoreCase)), Is.EqualTo(50));
    }

    /// <summary>Sessions that cannot be read must not be the ones that are kept every time.</summary>
    [Test]
    public async Task RunOnceAsync_ManyOldSessionsCannotBeRead_ExportsTheOthersInTheEnd()
    {
        var (bad, good) = (Sessions(24, items: 1), Sessions(30, items: 1, first: 24));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [.. bad, .. good] });
        var worker = new ExportWorker([RefusingServer.Of(server, bad)], new MeasuredStore(Store, _changes), Sink, Options);
        for (var poll = 0; Sink.Items.Count < 30; poll++)
        {
            Assert.That(poll, Is.LessThan(20), "It makes no progress.");
            await worker.RunOnceAsync();
        }

        Assert.That(Sink.Sessions.Keys.Select(key => key.Session), Is.EquivalentTo(good.Select(session => session.Id)));
    }

    /// <summary>A session that is read again beside as many as are kept must not be the one that is dropped, time after time.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task RunOnceAsync_OldSessionFailsBesideAsManyAsAreKept_Ends(CancellationToken cancellationToken)
    {
        var bad = ExportServers.Session(1, ExportServers.Night.AddHours(-9));
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [bad, .. Sessions(20, items: 1)] }, cancellationToken);
        var worker = new ExportWorker([RefusingServer.Of(server, [bad])], Store, Sink, Options);
        var results = new List<PollResult>();
        worker.Polled += (_, result) => results.Add(result);

        await worker.RunOnceAsync(cancellationToken);
        await worker.RunOnceAsync(cancellationToken);

        Assert.That(Sink.Items, Has.Count.EqualTo(20));
        Assert.That(results.Select(result => result.FailedSessions), Is.EqualTo(new[] { 1, 1 }));
    }

    [Test]
    public async Task RunOnceAsync_SessionCannotBeRead_TheServerIsNotReadToTheEnd([Values] bool isRefused)
    {
        var session = ExportServers.Session(1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        var store = new ReleasedStore(Store);

        await new ExportWorker([RefusingServer.Of(server, isRefused ? [session] : [])], store, Sink, Options).RunOnceAsync();

        Assert.That(store.WasRead, Is.EqualTo(new[] { !isRefused }));
    }

    [Test]
    public async Task RunOnceAsync_ManySessionsAreGone_ForgetsThemFewAtATime()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ExportServers.Night);
        var options = Options with { TimeProvider = time };
        await using (var full = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = Sessions(30, items: 0) }))
        {
            await ExportAsync(full, options);
        }

        await using var emptied = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [] });
        time.Advance(TimeSpan.FromHours(24));
        await ExportAsync(emptied, options);

        Assert.That(await Store.LoadSessionsAsync(new ServerLease("a", Guid.NewGuid(), ServerCheckpoint.None), null), Is.Empty);
        Assert.That(_changes.Max(), Is.EqualTo(2));
    }

    private static FakeSession[] Sessions(int count, int items, int first = 0) =>
        [.. Enumerable.Range(first, count).Select(minute => ExportServers.Session(items, ExportServers.Night.AddMinutes(minute)))];

    /// <summary>The number of first pages.</summary>
    private static int Listings(FakeLogItemsServer server) => server.Requests.Count(request =>
        request.Path.EndsWith("/JobSessions", StringComparison.OrdinalIgnoreCase) && !Regex.IsMatch(request.Query, "offset=[1-9]"));

    private Task<IReadOnlyDictionary<string, PollResult>> ExportAsync(FakeLogItemsServer server, ExportOptions? options = null) =>
        Sink.RunOnceAsync(new MeasuredStore(Store, _changes), options ?? Options, ExportServers.Of(server, version: ApiVersion.V8));

    /// <summary>Notes what is reported of a server when it is given back.</summary>
    private sealed class ReleasedStore(CheckpointStore store) : DelegatingStore(store)
    {
        public List<bool> WasRead { get; } = [];

        public override Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default)
        {
            WasRead.Add(wasRead);
            return base.ReleaseAsync(lease, delay, wasRead, cancellationToken);
        }
    }

    /// <summary>Measures the changes that are stored.</summary>
    private sealed class MeasuredStore(CheckpointStore store, List<int> changes) : DelegatingStore(store)
    {
        public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default)
        {
            changes.Add(change.Sessions.Count + change.Gone.Count);
            return base.SaveAsync(lease, change, cancellationToken);
        }

        public override Task DeliverAsync(
            ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default)
        {
            changes.Add(change.Sessions.Count);
            return base.DeliverAsync(lease, batch, change, sink, cancellationToken);
        }
    }
}

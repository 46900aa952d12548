using System.Net;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Hosting;

public class ExportWorkerTests
{
    private TemporaryFolder _folder = null!;
    private SqliteCheckpointStore _store = null!;
    private RecordingSink _sink = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
        _sink = new RecordingSink();
    }

    [TearDown]
    public async Task TearDown()
    {
        await _store.DisposeAsync();
        await _sink.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task RunOnceAsync_EveryVersion_ExportsAllItemsOnce([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 4, items: 120, seed: 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await _sink.RunOnceAsync(_store, new ExportOptions { BatchSize = 50 }, ExportServers.Of(server, version: version));

        Assert.That(results["a"], Is.EqualTo(new PollResult(4, 480, 0, null)));
        Assert.That(_sink.Items.Keys.Select(key => key.Key), Is.EquivalentTo(sessions.SelectMany(session => session.Items).Select(item => item.Id)));
    }

    [Test]
    public async Task RunOnceAsync_NothingNew_RequestsNoItemsAndWritesNothing()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));
        var before = server.Requests.Count;

        var results = await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(0, 0, 0, null)));
        Assert.That(_sink.Written, Is.EqualTo(10));
        Assert.That(server.Requests.Skip(before).Select(request => request.Path), Has.None.Contains("LogItems"));
    }

    [Test]
    public async Task RunOnceAsync_RunningSession_ExportsWhatIsNewAndWhatHasEnded()
    {
        var session = ExportServers.RunningSession(items: 9);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));
        session.AddItem(new FakeLogItem { Usn = 11, Message = "Processing mailbox: c@contoso.com", CreationTime = ExportServers.Night, EndTime = ExportServers.Night });
        session.Finish("Warning", ExportServers.Night.AddHours(1));

        var results = await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"].Items, Is.EqualTo(2), "the one that is new and the one that has ended");
        Assert.That(_sink.Items, Has.Count.EqualTo(11));
        Assert.That(_sink.Items.Values.Where(item => item.IsRunning), Is.Empty);
        Assert.That(_sink.Sessions.Values.Single().StatusText, Is.EqualTo("Warning"));
    }

    [Test]
    public async Task RunOnceAsync_RunningSessionWithoutChange_IsNotWrittenAgain()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.RunningSession(items: 9)] });
        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));

        var results = await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(0, 0, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_SessionThatBegins_IsExportedWithoutListingAll()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5, ExportServers.Night.AddHours(24)));

        await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(_sink.Items, Has.Count.EqualTo(8));
        Assert.That(server.Requests[^1].Query + string.Concat(server.Requests.Select(request => request.Query)), Does.Contain("endTimeLowerBound"));
    }

    [Test]
    public async Task RunOnceAsync_SessionDatedLongAgo_IsFoundByTheNextListingOfAll()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ExportServers.Night);
        var options = new ExportOptions { TimeProvider = time };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        await _sink.RunOnceAsync(_store, options, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5, ExportServers.Night.AddYears(-1)));
        time.Advance(TimeSpan.FromHours(24));

        await _sink.RunOnceAsync(await ReopenAsync(), options, ExportServers.Of(server));

        Assert.That(_sink.Items, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task RunOnceAsync_ItemsWithTheSameIdOrNone_AreAllExported()
    {
        var id = Guid.NewGuid();
        FakeLogItem[] items =
        [
            new() { Id = id, Usn = 1, Message = "First", CreationTime = ExportServers.Night, EndTime = ExportServers.Night },
            new() { Id = id, Usn = 2, Message = "Second", CreationTime = ExportServers.Night, EndTime = ExportServers.Night },
            new() { Id = Guid.Empty, Usn = 3, Message = "Third", CreationTime = ExportServers.Night, EndTime = ExportServers.Night },
            new() { Id = Guid.Empty, Usn = 4, Message = "Fourth", CreationTime = ExportServers.Night, EndTime = ExportServers.Night },
        ];
        var session = new FakeSession { CreationTime = ExportServers.Night, EndTime = ExportServers.Night, Items = items };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });

        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));

        Assert.That(_sink.Items.Values.Select(item => item.Text), Is.EquivalentTo(new[] { "First", "Second", "Third", "Fourth" }));
    }

    [Test]
    public async Task RunOnceAsync_SinkFailsOnce_ExportsEverythingTheNextTime()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        _sink.Before = _ => throw new IOException("The disk is full.");
        var failed = await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));
        _sink.Before = _ => { };

        await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(failed["a"].Failure, Is.InstanceOf<ExportSinkException>().With.Message.EqualTo(
            "Writing 10 items of 1 sessions of the server 'a' failed: The disk is full. They are read and written again."));
        Assert.That(_sink.Items, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task RunOnceAsync_SessionWithoutItemsAfterACrash_IsExported()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(0)] });
        _sink.Before = _ => throw new IOException("The process ended here.");
        await _sink.RunOnceAsync(_store, null, ExportServers.Of(server));
        _sink.Before = _ => { };

        await _sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(_sink.Sessions, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task RunOnceAsync_ServerThatIsAway_DoesNotKeepTheOthers()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        var gone = await FakeLogItemsServer.StartAsync();
        await gone.DisposeAsync();

        var results = await _sink.RunOnceAsync(
            _store, new ExportOptions { MaxConcurrency = 1 }, ExportServers.Of(gone.BaseAddress, "gone"), ExportServers.Of(server));

        Assert.That(results["gone"].Failure, Is.InstanceOf<HttpRequestException>());
        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 10, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_SessionsThatCannotBeRead_DoNotKeepTheNewerOnes()
    {
        var bad = Enumerable.Range(0, 6).Select(index => ExportServers.Session(3, ExportServers.Night.AddHours(index))).ToList();
        var good = ExportServers.Session(10, ExportServers.Night.AddHours(20));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [.. bad, good] });
        var refusing = Refusing(server, bad);

        var first = await _sink.RunOnceAsync(_store, null, refusing);
        var worker = new ExportWorker([refusing], await ReopenAsync(), _sink);
        await worker.RunOnceAsync();
        await worker.RunOnceAsync();

        Assert.That(first["a"].FailedSessions, Is.EqualTo(5), "so many are enough for a poll");
        Assert.That(_sink.Items, Has.Count.EqualTo(10));
    }

    [Test]
    public async Task RunOnceAsync_ItemsOfASessionAreNotFound_KeepsTheSession()
    {
        var session = ExportServers.Session(3);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await _sink.RunOnceAsync(_store, null, Refusing(server, [session], HttpStatusCode.NotFound));

        await _sink.RunOnceAsync(await ReopenAsync(), new ExportOptions { Overlap = TimeSpan.Zero }, ExportServers.Of(server));

        Assert.That(_sink.Items, Has.Count.EqualTo(3));
    }

    [Test]
    public async Task RunOnceAsync_SessionDatedInTheFuture_DoesNotHideTheNextOnes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ExportServers.Night);
        var options = new ExportOptions { TimeProvider = time };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3, ExportServers.Night.AddYears(1))] });
        await _sink.RunOnceAsync(_store, options, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5));

        await _sink.RunOnceAsync(await ReopenAsync(), options, ExportServers.Of(server));

        Assert.That(_sink.Items, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task RunOnceAsync_TwiceWithOneStore_PollsTwice()
    {
        var session = ExportServers.RunningSession(3);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        var worker = new ExportWorker([ExportServers.Of(server)], _store, _sink);
        await worker.RunOnceAsync();
        session.Finish("Success", ExportServers.Night.AddHours(1));

        Assert.That(await worker.RunOnceAsync(), Is.Empty);
        Assert.That(_sink.Items.Values.Where(item => item.IsRunning), Is.Empty);
    }

    [Test]
    public async Task RunAsync_CancelledWhileItPolls_GivesTheServerBack()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        using var end = new CancellationTokenSource();
        _sink.Before = _ =>
        {
            end.Cancel();
            end.Token.ThrowIfCancellationRequested();
        };
        Assert.That(() => new ExportWorker([ExportServers.Of(server)], _store, _sink).RunAsync(end.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That((await _store.TryAcquireAsync())?.Server, Is.EqualTo("a"));
    }

    [Test]
    public void Constructor_TwoServersOfOneName_Throws()
    {
        var server = ExportServers.Of(new Uri("http://127.0.0.1:1"));

        Assert.That(() => new ExportWorker([server, server], _store, _sink), Throws.ArgumentException.With.Message.StartsWith("Two servers have the name 'a'."));
    }

    /// <summary>A server whose items of some sessions are answered with an error.</summary>
    private static ExportServer Refusing(
        FakeLogItemsServer server, IReadOnlyList<FakeSession> sessions, HttpStatusCode status = HttpStatusCode.NotImplemented) =>
        ExportServers.Of(server) with { CreateClient = _ => new LogItemsClient(
            server.BaseAddress,
            new PasswordCredential("demo", "demo"),
            new LogItemsClientOptions { Version = ApiVersion.V8, PrimaryHandler = new RefusingHandler(sessions, status) }) };

    private sealed class RefusingHandler(IReadOnlyList<FakeSession> sessions, HttpStatusCode status) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            sessions.Any(session => request.RequestUri!.AbsolutePath.Contains($"{session.Id}/LogItems", StringComparison.OrdinalIgnoreCase))
                ? Task.FromResult(new HttpResponseMessage(status) { RequestMessage = request })
                : base.SendAsync(request, cancellationToken);
    }

    private async Task<SqliteCheckpointStore> ReopenAsync()
    {
        await _store.DisposeAsync();
        return _store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
    }
}

using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Hosting;

public class ExportWorkerTests : ExportFixture
{
    [Test]
    public async Task RunOnceAsync_EveryVersion_ExportsAllItemsOnce([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 4, items: 120, seed: 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await Sink.RunOnceAsync(Store, new ExportOptions { BatchSize = 50 }, ExportServers.Of(server, version: version));

        Assert.That(results["a"], Is.EqualTo(new PollResult(4, 480, 0, null)));
        Assert.That(Sink.Items.Keys.Select(key => key.Key), Is.EquivalentTo(sessions.SelectMany(session => session.Items).Select(item => item.Id)));
    }

    [Test]
    public async Task RunOnceAsync_NothingNew_RequestsNoItemsAndWritesNothing()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));
        var before = server.Requests.Count;

        var results = await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(0, 0, 0, null)));
        Assert.That(Sink.Written, Is.EqualTo(10));
        Assert.That(server.Requests.Skip(before).Select(request => request.Path), Has.None.Contains("LogItems"));
    }

    [Test]
    public async Task RunOnceAsync_RunningSession_ExportsWhatIsNewAndWhatHasEnded()
    {
        var session = ExportServers.RunningSession(items: 9);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));
        session.AddItem(
            new FakeLogItem { Usn = 11, Message = "Processing mailbox: c@contoso.com", CreationTime = ExportServers.Night, EndTime = ExportServers.Night });
        session.Finish("Warning", ExportServers.Night.AddHours(1));

        var results = await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"].Items, Is.EqualTo(2), "the one that is new and the one that has ended");
        Assert.That(Sink.Items, Has.Count.EqualTo(11));
        Assert.That(Sink.Items.Values.Where(item => item.IsRunning), Is.Empty);
        Assert.That(Sink.Sessions.Values.Single().StatusText, Is.EqualTo("Warning"));
    }

    [Test]
    public async Task RunOnceAsync_RunningSessionWithoutChange_IsNotWrittenAgain()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.RunningSession(items: 9)] });
        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));

        var results = await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(0, 0, 0, null)));
    }

    [Test]
    public async Task RunOnceAsync_SessionThatBegins_IsExportedWithoutListingAll()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5, ExportServers.Night.AddHours(24)));

        await Sink.RunOnceAsync(await ReopenAsync(), null, ExportServers.Of(server));

        Assert.That(Sink.Items, Has.Count.EqualTo(8));
        Assert.That(server.Requests[^1].Query + string.Concat(server.Requests.Select(request => request.Query)), Does.Contain("endTimeLowerBound"));
    }

    [Test]
    public async Task RunOnceAsync_SessionDatedLongAgo_IsFoundByTheNextListingOfAll()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ExportServers.Night);
        var options = new ExportOptions { TimeProvider = time };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        await Sink.RunOnceAsync(Store, options, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5, ExportServers.Night.AddYears(-1)));
        time.Advance(TimeSpan.FromHours(24));

        await Sink.RunOnceAsync(await ReopenAsync(), options, ExportServers.Of(server));

        Assert.That(Sink.Items, Has.Count.EqualTo(8));
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

        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));

        Assert.That(Sink.Items.Values.Select(item => item.Text), Is.EquivalentTo(new[] { "First", "Second", "Third", "Fourth" }));
    }

    [Test]
    public async Task RunOnceAsync_SessionDatedInTheFuture_DoesNotHideTheNextOnes()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ExportServers.Night);
        var options = new ExportOptions { TimeProvider = time };
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [ExportServers.Session(3, ExportServers.Night.AddYears(1))] });
        await Sink.RunOnceAsync(Store, options, ExportServers.Of(server));
        server.AddSession(ExportServers.Session(5));

        await Sink.RunOnceAsync(await ReopenAsync(), options, ExportServers.Of(server));

        Assert.That(Sink.Items, Has.Count.EqualTo(8));
    }

    [Test]
    public async Task RunOnceAsync_TwiceWithOneStore_PollsTwice()
    {
        var session = ExportServers.RunningSession(3);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        var worker = new ExportWorker([ExportServers.Of(server)], Store, Sink);
        await worker.RunOnceAsync();
        session.Finish("Success", ExportServers.Night.AddHours(1));

        Assert.That(await worker.RunOnceAsync(), Is.Empty);
        Assert.That(Sink.Items.Values.Where(item => item.IsRunning), Is.Empty);
    }

    [Test]
    public void Constructor_TwoServersOfOneName_Throws()
    {
        var server = ExportServers.Of(new Uri("http://127.0.0.1:1"));

        Assert.That(() => new ExportWorker([server, server], Store, Sink), Throws.ArgumentException.With.Message.StartsWith("Two servers have the name 'a'."));
    }
}

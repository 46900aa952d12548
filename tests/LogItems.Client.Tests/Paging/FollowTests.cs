using System.Collections.Concurrent;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

public class FollowTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task Follow_RunningSession_TellsWhatIsNewUntilItEnds([Values(ApiVersion.V5, ApiVersion.V8)] ApiVersion version)
    {
        var session = Running();
        session.AddItem(Item(1));
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, version);
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();

        Assert.That(await NextAsync(following), Is.EqualTo(1));
        var second = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        session.AddItem(Item(2));
        _time.Advance(Interval);
        Assert.That(await second, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(2));

        var third = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        session.AddItem(Item(3));
        session.Finish("Success", Start.AddMinutes(5));
        _time.Advance(Interval);
        Assert.That(await third, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(3));
        Assert.That(await following.MoveNextAsync(), Is.False, "the session has ended");
    }

    [Test]
    public async Task Follow_EndedSession_TellsAllOnceWithoutWaiting()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        var items = await client.FollowLogItemsAsync(SeedSessions.V3SessionId).ToListAsync();
        Assert.That(items.Select(item => item.Usn), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public async Task Follow_NothingNew_LooksLessAndLessOften()
    {
        var session = Running();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        await using var following = client.FollowLogItemsAsync(session.Id, new() { MaxInterval = TimeSpan.FromSeconds(5) }).GetAsyncEnumerator();
        var next = following.MoveNextAsync().AsTask();
        foreach (var seconds in new[] { 3, 4.5, 5, 5 })
        {
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
            _time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(5));
        session.Finish("Success", Start.AddMinutes(5));
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await next, Is.False);
    }

    [Test]
    public async Task Follow_ServerRestarted_GoesOnWithoutRepeating()
    {
        var session = Running();
        session.AddItem(Item(1));
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var address = server.BaseAddress;
        using var client = Client(address, ApiVersion.V8);
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));

        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        _time.Advance(Interval);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        session.AddItem(Item(2));
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.That(await next, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(2));
    }

    [Test]
    public async Task Follow_ServerUpgradedAndVersionDropped_DetectsAnewAndGoesOn()
    {
        var session = Running();
        session.AddItem(Item(1));
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Versions = [ApiVersion.V6, ApiVersion.V7] });
        var address = server.BaseAddress;
        using var client = Client(address, version: null);
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));

        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        session.AddItem(Item(2));
        await using var upgraded = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address, Versions = [ApiVersion.V8] });
        _time.Advance(Interval);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(3));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await next, Is.True);
            Assert.That(following.Current.Usn, Is.EqualTo(2));
            Assert.That(await client.GetVersionAsync(), Is.EqualTo(ApiVersion.V8));
        }
    }

    [Test]
    public async Task Follow_ServerAwayTooLong_FailsWithTheNetworksError()
    {
        var session = Running();
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        await server.DisposeAsync();
        await using var following = client.FollowLogItemsAsync(session.Id, new() { MaxOutage = TimeSpan.FromSeconds(3) }).GetAsyncEnumerator();
        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.That(() => next, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task OnLook_ServerAwayAndBack_TellsWhatWasSeenAndWhatComesNext()
    {
        var session = Running();
        session.AddItem(Item(1));
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var address = server.BaseAddress;
        var looks = new ConcurrentQueue<FollowStatus>();
        using var client = Client(address, ApiVersion.V8);
        await using var following = client.FollowLogItemsAsync(session.Id, new() { OnPoll = looks.Enqueue }).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));
        Assert.That(looks, Is.Empty, "the items of a look come before it");

        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        _time.Advance(Interval);
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        session.Finish("Warning", Start.AddMinutes(5));
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(await next, Is.False);
        Assert.That(
            looks.Select(look => (look.Session?.StatusText, look.Failure is HttpRequestException, look.Outage, look.NextPoll)),
            Is.EqualTo(new (string?, bool, TimeSpan, TimeSpan?)[]
            {
                ("Running", false, TimeSpan.Zero, Interval),
                ("Running", true, Interval, TimeSpan.FromSeconds(3)),
                ("Warning", false, TimeSpan.Zero, null),
            }));
    }

    [Test]
    public async Task OnLook_NoLookHasSucceeded_HasNoSession()
    {
        var session = Running();
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        await server.DisposeAsync();
        var looks = new ConcurrentQueue<FollowStatus>();
        await using var following = client.FollowLogItemsAsync(session.Id, new() { MaxOutage = Interval, OnPoll = looks.Enqueue }).GetAsyncEnumerator();
        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        _time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(() => next, Throws.InstanceOf<HttpRequestException>());
        Assert.That(looks, Has.Count.EqualTo(1), "the failure that is passed on is told by itself");
        Assert.That((looks.Single().Session, looks.Single().Failure is HttpRequestException), Is.EqualTo(((JobSession?)null, true)));
    }

    [Test]
    public async Task Follow_LaterPageFailsForGood_DeliversTheItemsBeforeIt()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : !request.Head.Contains("/LogItems", StringComparison.Ordinal) ? RawAnswer.Http(200, """{"status":"Running"}""")
            : request.Head.Contains("offset=0", StringComparison.Ordinal) ? RawAnswer.Http(200, PageOf(1, 2, 3))
            : RawAnswer.Http(400, """{"message":"The page is gone."}"""));
        using var client = new LogItemsClient(
            server.Address, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, PageSize = 3, PagePrefetch = 0, TimeProvider = _time });
        var delivered = new List<long?>();
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(async () =>
        {
            await foreach (var item in client.FollowLogItemsAsync(StubServer.SessionId))
            {
                delivered.Add(item.Usn);
            }
        });
        Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.BadRequest));
        Assert.That(delivered, Is.EqualTo(new[] { 1, 2, 3 }));
    }

    [Test]
    public async Task Follow_ItemsWithoutAReadableIdentifier_AreDeliveredOnceEach()
    {
        var polls = 0;
        const string Twice = """{"id":"not-an-id","usn":1,"title":"[Success] same"}""";
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : !request.Head.Contains("/LogItems", StringComparison.Ordinal)
                ? RawAnswer.Http(200, ++polls < 3 ? """{"status":"Running"}""" : """{"status":"Success","endTime":"2026-11-20T22:00:00Z"}""")
            : RawAnswer.Http(200, $$"""{"results":[{{Twice}},{{Twice}}{{(polls < 2 ? "" : """,{"usn":2,"title":"[Success] later"}""")}}]}"""));
        using var client = Client(server.Address, ApiVersion.V7);
        await using var following = client.FollowLogItemsAsync(StubServer.SessionId).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));
        Assert.That(await NextAsync(following), Is.EqualTo(1), "two items of the same content are two");
        var third = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        _time.Advance(Interval);
        Assert.That(await third, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(2));
        var end = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(Interval);
        _time.Advance(Interval);
        Assert.That(await end, Is.False);
    }

    [Test]
    public void FollowOptions_LongMinIntervalAlone_IsValid()
    {
        var options = new FollowOptions { MinInterval = TimeSpan.FromMinutes(1) };
        options.Validate();
        Assert.That(options.MaxInterval, Is.EqualTo(TimeSpan.FromMinutes(1)));
    }

    [Test]
    public async Task Follow_UnknownSession_IsNotFound([Values] bool isDetecting)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server.BaseAddress, isDetecting ? null : ApiVersion.V8);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.FollowLogItemsAsync(Guid.NewGuid()).ToListAsync());
        Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.NotFound));
    }

    private static async Task<long> NextAsync(IAsyncEnumerator<LogItem> following) =>
        await following.MoveNextAsync() ? following.Current.Usn : -1;

    private static FakeSession Running() => new() { Status = "Running", CreationTime = Start };

    private static string PageOf(params int[] numbers)
    {
        var items = numbers.Select(number => $$"""{"id":"{{new Guid(number, 0, 0, new byte[8])}}","usn":{{number}}}""");
        return $$"""{"limit":{{numbers.Length}},"results":[{{string.Join(",", items)}}]}""";
    }

    private static FakeLogItem Item(int usn) =>
        new() { Usn = usn, Message = $"Item {usn}", CreationTime = Start.AddSeconds(usn), EndTime = Start.AddSeconds(usn + 1) };

    private LogItemsClient Client(Uri address, ApiVersion? version) =>
        new(address, new PasswordCredential("demo", "demo"), new() { Version = version, TimeProvider = _time, MaxRetries = 0 });
}

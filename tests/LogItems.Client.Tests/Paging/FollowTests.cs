using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

public class FollowTests : FollowFixture
{
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
        await Time.WaitForTimerAsync(Interval);
        session.AddItem(Item(2));
        Time.Advance(Interval);
        Assert.That(await second, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(2));

        var third = following.MoveNextAsync().AsTask();
        await Time.WaitForTimerAsync(Interval);
        session.AddItem(Item(3));
        session.Finish("Success", Start.AddMinutes(5));
        Time.Advance(Interval);
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
    public async Task Follow_FinalStatusWithoutEnd_Ends([Values("Success", "Warning", "Failed", "Stopped")] string status)
    {
        var session = new FakeSession { Status = status, CreationTime = Start };
        session.AddItem(Item(1));
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));

        // The clock stands still: a delay until another poll would not end.
        Assert.That(await following.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromMinutes(1)), Is.False);
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
            await Time.WaitForTimerAsync(TimeSpan.FromSeconds(seconds));
            Time.Advance(TimeSpan.FromSeconds(seconds));
        }

        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(5));
        session.Finish("Success", Start.AddMinutes(5));
        Time.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await next, Is.False);
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
        await Time.WaitForTimerAsync(Interval);
        Time.Advance(Interval);
        Assert.That(await third, Is.True);
        Assert.That(following.Current.Usn, Is.EqualTo(2));
        var end = following.MoveNextAsync().AsTask();
        await Time.WaitForTimerAsync(Interval);
        Time.Advance(Interval);
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
}

using System.Collections.Concurrent;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>A followed session whose server is away, comes back, or fails.</summary>
public class FollowOutageTests : FollowFixture
{
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
        await Time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        Time.Advance(Interval);
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        session.AddItem(Item(2));
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        Time.Advance(TimeSpan.FromSeconds(3));
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
        await Time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        session.AddItem(Item(2));
        await using var upgraded = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address, Versions = [ApiVersion.V8] });
        Time.Advance(Interval);
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(3));
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
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(3));
        Assert.That(() => next, Throws.InstanceOf<HttpRequestException>());
    }

    [Test]
    public async Task OnPoll_ServerAwayAndBack_ReportsWhatWasSeenAndWhatComesNext()
    {
        var session = Running();
        session.AddItem(Item(1));
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var address = server.BaseAddress;
        var polls = new ConcurrentQueue<FollowStatus>();
        using var client = Client(address, ApiVersion.V8);
        await using var following = client.FollowLogItemsAsync(session.Id, new() { OnPoll = polls.Enqueue }).GetAsyncEnumerator();
        Assert.That(await NextAsync(following), Is.EqualTo(1));
        Assert.That(polls, Is.Empty, "the items of a poll come before it");

        var next = following.MoveNextAsync().AsTask();
        await Time.WaitForTimerAsync(Interval);
        await server.DisposeAsync();
        Time.Advance(Interval);
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        session.Finish("Warning", Start.AddMinutes(5));
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(await next, Is.False);
        Assert.That(
            polls.Select(poll => (poll.Session?.StatusText, poll.Failure is HttpRequestException, poll.Outage, poll.NextPoll)),
            Is.EqualTo(new (string?, bool, TimeSpan, TimeSpan?)[]
            {
                ("Running", false, TimeSpan.Zero, Interval),
                ("Running", true, Interval, TimeSpan.FromSeconds(3)),
                ("Warning", false, TimeSpan.Zero, null),
            }));
    }

    [Test]
    public async Task OnPoll_NoPollHasSucceeded_HasNoSession()
    {
        var session = Running();
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server.BaseAddress, ApiVersion.V8);
        await server.DisposeAsync();
        var polls = new ConcurrentQueue<FollowStatus>();
        await using var following = client.FollowLogItemsAsync(session.Id, new() { MaxOutage = Interval, OnPoll = polls.Enqueue }).GetAsyncEnumerator();
        var next = following.MoveNextAsync().AsTask();
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.That(() => next, Throws.InstanceOf<HttpRequestException>());
        Assert.That(polls, Has.Count.EqualTo(1), "the failure that is thrown is reported by itself");
        Assert.That((polls.Single().Session, polls.Single().Failure is HttpRequestException), Is.EqualTo(((JobSession?)null, true)));
    }

    [Test]
    public async Task Follow_LaterPageFailsForGood_DeliversTheItemsBeforeIt()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : !request.Head.Contains("/LogItems", StringComparison.Ordinal) ? RawAnswer.Http(200, """{"status":"Running"}""")
            : request.Head.Contains("offset=0", StringComparison.Ordinal) ? RawAnswer.Http(200, PageOf(1, 2, 3))
            : RawAnswer.Http(400, """{"message":"The page is gone."}"""));
        using var client = new LogItemsClient(
            server.Address, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, PageSize = 3, PagePrefetch = 0, TimeProvider = Time });
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

    private static string PageOf(params int[] numbers)
    {
        var items = numbers.Select(number => $$"""{"id":"{{new Guid(number, 0, 0, new byte[8])}}","usn":{{number}}}""");
        return $$"""{"limit":{{numbers.Length}},"results":[{{string.Join(",", items)}}]}""";
    }
}

namespace LogItems.Client.Tests;

/// <summary>Whatever waits when a client is disposed of ends, with one exception, over real sockets.</summary>
public class DisposalOverSocketsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Dispose_CallsWaitForTheVersion_AllEnd()
    {
        await using var server = new RawServer(_ => new([], RawEnd.Stall));
        await DisposeWhileWaitingAsync(Client(server, version: null), client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_CallsWaitForAToken_AllEnd()
    {
        await using var server = new RawServer(_ => new([], RawEnd.Stall));
        await DisposeWhileWaitingAsync(Client(server), client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_CallsWaitForAnAnswer_AllEnd()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : new([], RawEnd.Stall));
        await DisposeWhileWaitingAsync(Client(server), client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_FollowersWaitForTheNextPoll_AllEnd()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(200, request.Head.Contains("/LogItems", StringComparison.Ordinal) ? """{"results":[]}""" : """{"status":"Running"}"""));
        await DisposeWhileWaitingAsync(Client(server), async client => await client.FollowLogItemsAsync(StubServer.SessionId).ToListAsync());
    }

    [Test]
    public async Task Dispose_OwnHttpClient_CallsThatWaitForTheVersionEnd()
    {
        await using var server = new RawServer(_ => new([], RawEnd.Stall));
        using var handler = new HttpClientHandler();
        using var httpClient = new HttpClient(handler) { BaseAddress = server.Address };
        await DisposeWhileWaitingAsync(new LogItemsClient(httpClient, new()), client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Call_AfterDisposal_NamesTheClient()
    {
        await using var server = new RawServer(_ => RawAnswer.Token("access-token-0"));
        var client = Client(server);
        client.Dispose();
        var calls = new Func<Task>[]
        {
            () => client.GetVersionAsync(),
            () => client.GetJobSessionAsync(StubServer.SessionId),
            () => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(),
            () => client.GetJobSessionsAsync().ToListAsync(),
            () => client.FollowLogItemsAsync(StubServer.SessionId).ToListAsync(),
        };
        foreach (var call in calls)
        {
            var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => call());
            Assert.That(exception!.ObjectName, Is.EqualTo(typeof(LogItemsClient).FullName));
        }
    }

    private static async Task DisposeWhileWaitingAsync(LogItemsClient client, Func<LogItemsClient, Task> call)
    {
        var calls = Enumerable.Range(0, 10).Select(_ => Task.Run(() => call(client))).ToList();
        await Task.WhenAny(Task.WhenAll(calls), Task.Delay(TimeSpan.FromMilliseconds(300)));
        client.Dispose();
        foreach (var waiting in calls)
        {
            var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience));
            Assert.That(exception!.ObjectName, Is.EqualTo(typeof(LogItemsClient).FullName));
        }
    }

    private static LogItemsClient Client(RawServer server, ApiVersion? version = ApiVersion.V8) =>
        new(server.Address, new PasswordCredential("operator", "secret-password"), new() { Version = version, RetryDelay = TimeSpan.Zero });
}

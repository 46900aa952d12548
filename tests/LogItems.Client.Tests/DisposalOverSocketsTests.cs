namespace LogItems.Client.Tests;

/// <summary>Whatever waits when a client is disposed of ends, with one exception, over real sockets.</summary>
public class DisposalOverSocketsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task Dispose_CallsWaitForTheVersion_AllEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(_ => Arrive(arrived, new([], RawEnd.Stall)));
        await DisposeWhileWaitingAsync(Client(server, version: null), arrived.Task, client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_CallsWaitForAToken_AllEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(_ => Arrive(arrived, new([], RawEnd.Stall)));
        await DisposeWhileWaitingAsync(Client(server), arrived.Task, client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_CallsWaitForAnAnswer_AllEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : Arrive(arrived, new([], RawEnd.Stall)));
        await DisposeWhileWaitingAsync(Client(server), arrived.Task, client => client.GetJobSessionAsync(StubServer.SessionId));
    }

    [Test]
    public async Task Dispose_RawCallsWaitForAnAnswer_AllEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : Arrive(arrived, new([], RawEnd.Stall)));
        await DisposeWhileWaitingAsync(Client(server), arrived.Task, client => client.SendRawAsync(HttpMethod.Get, "Organizations"));
    }

    [Test]
    public async Task Dispose_FollowersWaitForTheNextPoll_AllEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : Arrive(
                arrived,
                RawAnswer.Http(200, request.Head.Contains("/LogItems", StringComparison.Ordinal) ? """{"results":[]}""" : """{"status":"Running"}""")));
        await DisposeWhileWaitingAsync(Client(server), arrived.Task, async client => await client.FollowLogItemsAsync(StubServer.SessionId).ToListAsync());
    }

    [Test]
    public async Task Dispose_OwnHttpClient_CallsThatWaitForTheVersionEnd()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = new RawServer(_ => Arrive(arrived, new([], RawEnd.Stall)));
        using var handler = new HttpClientHandler();
        using var httpClient = new HttpClient(handler) { BaseAddress = server.Address };
        await DisposeWhileWaitingAsync(new LogItemsClient(httpClient, new()), arrived.Task, client => client.GetJobSessionAsync(StubServer.SessionId));
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

    private static async Task DisposeWhileWaitingAsync(LogItemsClient client, Task underWay, Func<LogItemsClient, Task> call)
    {
        var calls = Enumerable.Range(0, 10).Select(_ => call(client)).ToList();
        await underWay.WaitAsync(Patience);
        client.Dispose();
        foreach (var waiting in calls)
        {
            var exception = await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting.WaitAsync(Patience));
            Assert.That(exception!.ObjectName, Is.EqualTo(typeof(LogItemsClient).FullName));
        }
    }

    /// <summary>Reports that a request has arrived, and returns its answer.</summary>
    private static RawAnswer Arrive(TaskCompletionSource arrived, RawAnswer answer)
    {
        arrived.TrySetResult();
        return answer;
    }

    private static LogItemsClient Client(RawServer server, ApiVersion? version = ApiVersion.V8) =>
        new(server.Address, new PasswordCredential("operator", "secret-password"), new() { Version = version, RetryDelay = TimeSpan.Zero });
}

using LogItems.FakeServer;

namespace LogItems.Client.Tests;

/// <summary>After a client has been disposed of, every call ends with the same exception: those that wait and those made later.</summary>
public class DisposalTests
{
    [Test]
    public async Task Dispose_CallsWaitingForTheVersion_AllEnd([Values] bool isDetecting)
    {
        var handler = new StallingHandler();
        var client = new LogItemsClient(
            new Uri(StubServer.Address), new PasswordCredential("demo", "demo"),
            new() { Version = isDetecting ? null : ApiVersion.V7, PrimaryHandler = handler });
        var calls = Enumerable.Range(0, 10).Select(_ => client.GetJobSessionAsync(StubServer.SessionId)).ToList();
        await handler.Reached;
        client.Dispose();
        foreach (var call in calls)
        {
            Assert.That(() => call, Throws.TypeOf<ObjectDisposedException>());
        }
    }

    [Test]
    public void Call_AfterDispose_EndsAtOnce()
    {
        var client = StubServer.Answering("{}");
        client.Dispose();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(() => client.GetJobSessionAsync(StubServer.SessionId), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => client.GetVersionAsync(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Throws.TypeOf<ObjectDisposedException>());
            Assert.That(() => client.FollowLogItemsAsync(StubServer.SessionId).ToListAsync(), Throws.TypeOf<ObjectDisposedException>());
        }
    }

    [Test]
    public async Task Dispose_WhileAPageIsRead_NoFurtherItemComes()
    {
        var items = Enumerable.Range(0, 100)
            .Select(number => new FakeLogItem { Usn = number, Message = "m", CreationTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch });
        var session = new FakeSession { CreationTime = DateTimeOffset.UnixEpoch, EndTime = DateTimeOffset.UnixEpoch, Status = "Success", Items = [.. items] };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8 });
        var count = 0;
        Assert.That(
            async () =>
            {
                await foreach (var item in client.GetLogItemsAsync(session.Id))
                {
                    count++;
                    client.Dispose();
                }
            },
            Throws.TypeOf<ObjectDisposedException>());
        Assert.That(count, Is.EqualTo(1));
    }

    [Test]
    public async Task Dispose_OfAView_LeavesTheClientInUse()
    {
        using var client = StubServer.Answering($"{{\"id\":\"{StubServer.SessionId}\"}}");
        client.WithOptions(new()).Dispose();
        Assert.That((await client.GetJobSessionAsync(StubServer.SessionId)).Id, Is.EqualTo(StubServer.SessionId));
    }

    /// <summary>Answers nothing until it is canceled.</summary>
    private sealed class StallingHandler : HttpMessageHandler
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            await Until.Canceled(cancellationToken);
            throw new InvalidOperationException();
        }
    }
}

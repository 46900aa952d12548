using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>Items are there while their page is still coming in, over real sockets.</summary>
public class StreamingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeSession _session = SyntheticSessions.Create(1, 500, 1)[0];
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Test]
    public async Task GetLogItemsAsync_ServerHoldsBackTheRest_TheItemsBeforeAreThere(
        [Values(ApiVersion.V2, ApiVersion.V5, ApiVersion.V8)] ApiVersion version, [Values(0, 2)] int prefetch)
    {
        await using var server = await HoldingServerAsync(from: 3);
        using var client = Client(server, version, prefetch);
        await using var items = client.GetLogItemsAsync(_session.Id).GetAsyncEnumerator();
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await items.MoveNextAsync().AsTask().WaitAsync(Patience), Is.True);
            Assert.That(items.Current.Id, Is.EqualTo(_session.Items[i].Id));
        }

        var fourth = items.MoveNextAsync().AsTask();
        Assert.That(fourth.IsCompleted, Is.False, "the server has not sent it");
        _gate.SetResult();
        Assert.That(await fourth.WaitAsync(Patience), Is.True);
        var count = 4;
        while (await items.MoveNextAsync())
        {
            count++;
        }

        Assert.That(count, Is.EqualTo(500));
    }

    [Test]
    public async Task GetLogItemsAsync_CanceledWhileWaiting_EndsAndClosesTheConnection()
    {
        await using var server = await HoldingServerAsync(from: 3);
        using var client = Client(server, ApiVersion.V8, prefetch: 2);
        using var canceling = new CancellationTokenSource();
        await using (var items = client.GetLogItemsAsync(_session.Id, cancellationToken: canceling.Token).GetAsyncEnumerator())
        {
            await items.MoveNextAsync();
            await items.MoveNextAsync();
            await items.MoveNextAsync();
            var fourth = items.MoveNextAsync().AsTask();
            await canceling.CancelAsync();
            Assert.That(() => fourth.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        }

        Assert.That(SpinWait.SpinUntil(() => server.ConnectionsOpen == 0, Patience), Is.True, "the connection was released");
    }

    [Test]
    public async Task GetLogItemsAsync_LeftEarly_ClosesTheConnection()
    {
        await using var server = await HoldingServerAsync(from: 3);
        using var client = Client(server, ApiVersion.V2, prefetch: 2);
        await foreach (var item in client.GetLogItemsAsync(_session.Id))
        {
            Assert.That(item.Id, Is.EqualTo(_session.Items[0].Id));
            break;
        }

        Assert.That(SpinWait.SpinUntil(() => server.ConnectionsOpen == 0, Patience), Is.True, "the connection was released");
    }

    [Test]
    public async Task GetLogItemsAsync_AnyPrefetchAndPageSize_ReadsTheSameOnFewConnections(
        [Values(0, 1, 2, 8)] int prefetch, [Values(1, 2, 7, 100, 499, 500, 501)] int pageSize)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [_session] });
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V7, PagePrefetch = prefetch, PageSize = pageSize, MaxConnections = 3 });
        var items = await client.GetLogItemsAsync(_session.Id).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Id), Is.EqualTo(_session.Items.Select(item => item.Id)));
            Assert.That(server.ConnectionsOpened, Is.LessThan(15), "connections are used again");
            Assert.That(
                server.Requests.Count(request => request.Path.EndsWith("/LogItems", StringComparison.Ordinal)),
                Is.LessThanOrEqualTo((500 / pageSize) + 2 + prefetch));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_Prefetch_HasNoMoreRequestsUnderWayThanSet([Values(1, 2, 4)] int prefetch)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [_session], Latency = TimeSpan.FromMilliseconds(2) });
        var counter = new InFlightCounter { InnerHandler = new SocketsHttpHandler() };
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V8, PagePrefetch = prefetch, PageSize = 10, PrimaryHandler = counter });
        await client.GetLogItemsAsync(_session.Id).ToListAsync();
        Assert.That(counter.Peak, Is.InRange(2, prefetch + 1));
    }

    [Test]
    public async Task GetLogItemsAsync_ItemsLargerThanTheWindow_AreReadWhole([Values(70_000, 300_000, 2_000_000)] int length)
    {
        var session = new FakeSession
        {
            CreationTime = _session.CreationTime,
            Items =
            [
                .. Enumerable.Range(1, 3)
                    .Select(usn => new FakeLogItem { Usn = usn, Message = new string((char)('a' + usn), length), CreationTime = _session.CreationTime }),
            ],
        };
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = Client(server, ApiVersion.V8, prefetch: 0);
        var items = await client.GetLogItemsAsync(session.Id).ToListAsync();
        Assert.That(items.Select(item => item.Text), Is.EqualTo(session.Items.Select(item => item.Message)));
    }

    private Task<FakeLogItemsServer> HoldingServerAsync(long from) => FakeLogItemsServer.StartAsync(new()
    {
        Sessions = [_session],
        BeforeItem = async (_, index) =>
        {
            if (index >= from)
            {
                await _gate.Task;
            }
        },
    });

    private static LogItemsClient Client(FakeLogItemsServer server, ApiVersion version, int prefetch) =>
        new(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version, PagePrefetch = prefetch, MaxRetries = 0 });

    private sealed class InFlightCounter : DelegatingHandler
    {
        private int _now;
        private int _peak;

        public int Peak => _peak;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var now = Interlocked.Increment(ref _now);
            _peak = Math.Max(_peak, now);
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            finally
            {
                Interlocked.Decrement(ref _now);
            }
        }
    }
}

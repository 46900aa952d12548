using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Web;
using LogItems.FakeServer;
using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Paging;

/// <summary>What is got ahead, when, how much of it, and what becomes of it when it is not wanted any more.</summary>
public class PrefetchTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Test]
    public async Task GetLogItemsAsync_FirstPageHasASuccessor_ItIsAskedForWhileTheFirstIsConsumed()
    {
        await using var server = await ServerAsync(items: 1_500, out var session);
        using var client = Client(server, ApiVersion.V8, new() { Version = ApiVersion.V8 });
        await using var items = client.GetLogItemsAsync(session.Id).GetAsyncEnumerator();
        for (var taken = 1; Lists(server) < 2; taken++)
        {
            Assert.That(taken, Is.LessThan(1_000), "the second page is requested while items of the first are left");
            Assert.That(await items.MoveNextAsync(), Is.True);

            // It is requested by taking an item after the page has been received, which happens as its items are taken.
            _ = SpinWait.SpinUntil(() => Lists(server) == 2, TimeSpan.FromMilliseconds(taken < 900 ? 1 : 1_000));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_SessionThatFitsTheFirstPage_IsAskedForOnce(
        [Values(ApiVersion.V2, ApiVersion.V5, ApiVersion.V7, ApiVersion.V8)] ApiVersion version, [Values(0, 1, 29)] int count, [Values(1, 8)] int prefetch)
    {
        await using var server = await ServerAsync(count, out var session);
        using var client = Client(server, version, new() { Version = version, PageSize = 30, PagePrefetch = prefetch });
        Assert.That(await client.GetLogItemsAsync(session.Id).ToListAsync(), Has.Count.EqualTo(count));
        Assert.That(Lists(server), Is.EqualTo(1));
    }

    [Test]
    public async Task GetLogItemsAsync_FullPageWithoutNext_IsFollowedByOneRequestToBeSure([Values(1, 8)] int prefetch)
    {
        await using var server = await ServerAsync(items: 30, out var session);
        using var client = Client(server, ApiVersion.V8, new() { Version = ApiVersion.V8, PageSize = 30, PagePrefetch = prefetch });
        Assert.That(await client.GetLogItemsAsync(session.Id).ToListAsync(), Has.Count.EqualTo(30));
        Assert.That(Lists(server), Is.EqualTo(2));
    }

    [Test]
    public async Task GetLogItemsAsync_ServerTellsTheTotal_NothingBeyondItIsAskedFor([Values(1, 2, 8)] int prefetch)
    {
        await using var server = await ServerAsync(items: 250, out var session);
        using var client = Client(server, ApiVersion.V7, new() { Version = ApiVersion.V7, PageSize = 100, PagePrefetch = prefetch });
        Assert.That(await client.GetLogItemsAsync(session.Id).ToListAsync(), Has.Count.EqualTo(250));
        Assert.That(Lists(server), Is.EqualTo(4), "three pages and a look behind the last item, since the last page may have been answered before the second");
    }

    [Test]
    public async Task GetLogItemsAsync_ItemsTakenOneByOne_NoMoreThanSetIsAskedForBeforeThat([Values(1, 2, 4, 8)] int prefetch)
    {
        const int PageSize = 50;
        await using var server = await ServerAsync(items: 2_000, out var session);
        using var client = Client(server, ApiVersion.V8, new() { Version = ApiVersion.V8, PageSize = PageSize, PagePrefetch = prefetch });
        var taken = 0;
        await foreach (var item in client.GetLogItemsAsync(session.Id))
        {
            // The page being taken, and behind it those got ahead.
            var pages = (taken / PageSize) + 1 + Math.Max(prefetch, 1);
            Assert.That(Lists(server), Is.LessThanOrEqualTo(pages), $"after {taken} items");
            taken++;
        }

        Assert.That(taken, Is.EqualTo(2_000));
    }

    [Test]
    public async Task GetLogItemsAsync_PageGotAheadFails_IsAskedForAgainWhenItIsDue()
    {
        const int PageSize = 10;
        const int Count = 1_000;
        var (taken, failed) = (0, 0);
        var stub = StubServer.Create();
        stub.When("*").Respond(request =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var (offset, limit) = (int.Parse(query["offset"]!, CultureInfo.InvariantCulture), int.Parse(query["limit"]!, CultureInfo.InvariantCulture));
            if (offset > Volatile.Read(ref taken) + (2 * PageSize) && Interlocked.CompareExchange(ref failed, 1, 0) == 0)
            {
                return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
            }

            var results = Enumerable.Range(offset, Math.Clamp(Count - offset, 0, limit)).Select(usn => new { id = new Guid(usn + 1, 0, 0, new byte[8]), usn });
            object links = offset + limit < Count ? new { next = new { href = "/x" } } : new { self = new { href = "/x" } };
            return new HttpResponseMessage { Content = new StringContent(JsonConvert.SerializeObject(new { offset, limit, results, _links = links })) };
        });
        using var client = StubServer.Client(stub, ApiVersion.V8, PageSize, prefetch: 8);
        await foreach (var item in client.GetLogItemsAsync(StubServer.SessionId))
        {
            Assert.That(item.Usn, Is.EqualTo(taken));
            Volatile.Write(ref taken, taken + 1);
            _ = failed == 1 || SpinWait.SpinUntil(() => Volatile.Read(ref failed) == 1, TimeSpan.FromMilliseconds(100));
        }

        Assert.That((taken, failed), Is.EqualTo((Count, 1)));
    }

    [Test]
    public async Task GetLogItemsAsync_PageGotAheadBreaksOff_ItsItemsAreKeptAndTheRestIsAskedFor()
    {
        using var pages = new BreakingPages(breakAt: 13);
        using var client = pages.Client();
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, BreakingPages.Count)));
            Assert.That(pages.Queries, Has.Member("offset=9&limit=11").And.Member("offset=12&limit=11"));
        }
    }

    [Test]
    [NonParallelizable] // The failures that it counts are those of the process.
    public async Task GetLogItemsAsync_LeftWhilePagesComeIn_ClosesTheirConnectionsAndLeavesNoFailureBehind([Values] bool isCanceled)
    {
        var unobserved = new ConcurrentQueue<string>();
        void Add(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception.ToString());

        // What other tests have left behind is not of this one.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        TaskScheduler.UnobservedTaskException += Add;
        try
        {
            await using var server = await ServerAsync(items: 500, out var session, gateFrom: 15);
            using (var client = Client(server, ApiVersion.V8, new() { Version = ApiVersion.V8, PageSize = 10, PagePrefetch = 4 }))
            {
                await LeaveAsync(client, server, session, isCanceled);
                Assert.That(SpinWait.SpinUntil(() => server.ConnectionsOpen <= 1, Patience), Is.True, "only the connection of the first page may be kept");
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.That(unobserved, Is.Empty);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Add;
        }
    }

    private static async Task LeaveAsync(LogItemsClient client, FakeLogItemsServer server, FakeSession session, bool isCanceled)
    {
        using var canceling = new CancellationTokenSource();
        await using var items = client.GetLogItemsAsync(session.Id, cancellationToken: canceling.Token).GetAsyncEnumerator();
        for (var taken = 0; taken < 12; taken++)
        {
            Assert.That(await items.MoveNextAsync(), Is.True);
        }

        Assert.That(SpinWait.SpinUntil(() => Lists(server) >= 4, Patience), Is.True, "pages are being got ahead");
        if (isCanceled)
        {
            await canceling.CancelAsync();
            Assert.That(() => items.MoveNextAsync().AsTask().WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        }
    }

    private static int Lists(FakeLogItemsServer server) =>
        server.Requests.Count(request => request.Path.EndsWith("/LogItems", StringComparison.Ordinal));

    private static LogItemsClient Client(FakeLogItemsServer server, ApiVersion version, LogItemsClientOptions options) =>
        new(new Uri(server.BaseAddress, version.ToPathSegment()), new PasswordCredential("demo", "demo"), options);

    private static Task<FakeLogItemsServer> ServerAsync(int items, out FakeSession session, long gateFrom = long.MaxValue)
    {
        session = SyntheticSessions.Create(1, items, 1)[0];
        return FakeLogItemsServer.StartAsync(new()
        {
            Sessions = [session],
            BeforeItem = gateFrom == long.MaxValue ? null : (_, index) => index < gateFrom ? default : new(new TaskCompletionSource().Task),
        });
    }

    /// <summary>Pages of a session of 25 items; what comes first from a given item on ends in the middle of it.</summary>
    private sealed class BreakingPages(int breakAt) : HttpMessageHandler
    {
        public const int Count = 25;

        private bool _hasBroken;

        public List<string> Queries { get; } = [];

        public LogItemsClient Client() => new(
            new HttpClient(this, disposeHandler: false) { BaseAddress = new Uri(StubServer.Address) },
            new LogItemsClientOptions { Version = ApiVersion.V8, PageSize = 10 });

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var offset = int.Parse(query["offset"]!, CultureInfo.InvariantCulture);
            var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
            lock (Queries)
            {
                Queries.Add(request.RequestUri.Query.TrimStart('?'));
                var results = Enumerable.Range(offset, Math.Max(0, Math.Min(limit, Count - offset))).Select(Item).ToList();
                object links = offset + limit < Count ? new { next = new { href = "/x" } } : new { self = new { href = "/x" } };
                var json = JsonConvert.SerializeObject(new { offset, limit, results, _links = links });
                var isBroken = !_hasBroken && offset > 0 && offset < breakAt && breakAt < offset + limit;
                _hasBroken |= isBroken;
                HttpContent body = isBroken
                    ? new StreamContent(new BreakingStream(json[..json.IndexOf($"\"usn\":{breakAt},", StringComparison.Ordinal)]))
                    : new StringContent(json);
                return Task.FromResult(new HttpResponseMessage { Content = body, RequestMessage = request });
            }
        }

        private static object Item(int usn) =>
            new { id = new Guid(usn + 1, 0, 0, new byte[8]), usn, type = "Success", message = "Fine", creationTime = "2026-11-20T22:00:00Z" };
    }

    /// <summary>A connection that is lost after some bytes.</summary>
    private sealed class BreakingStream(string text) : MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new IOException("The connection was lost.");
    }
}

using System.Globalization;
using System.Web;
using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Paging;

/// <summary>Servers whose pages never end, and others that only look as if there were no more.</summary>
public class EndlessReadingTests
{
    private int _requests;

    [Test]
    public async Task GetLogItemsAsync_ServerThatIgnoresTheOffsetAndPromisesMore_EndsWithAnError([Values(0, 2)] int prefetch)
    {
        using var client = Client(ApiVersion.V6, prefetch, (_, _) => Page(Items(0, 3), hasNext: true));
        await AssertEndlessAsync(client, expected: 3);
    }

    [Test]
    public async Task GetLogItemsAsync_ServerThatWrapsOffsets_EndsWithAnError(
        [Values(ApiVersion.V6, ApiVersion.V8)] ApiVersion version, [Values(0, 2)] int prefetch)
    {
        using var client = Client(
            version,
            prefetch,
            (offset, limit) => Page([.. Enumerable.Range(0, (int)limit).Select(index => Item((int)((offset + index) % 25)))], hasNext: true));
        await AssertEndlessAsync(client, expected: 25);
    }

    [Test]
    public async Task GetLogItemsAsync_EmptyPagesForEver_EndWithAnError()
    {
        using var client = Client(ApiVersion.V8, prefetch: 0, (offset, _) => Page(offset == 0 ? Items(0, 5) : [], hasNext: true));
        await AssertEndlessAsync(client, expected: 5);
    }

    [Test]
    public async Task GetLogItemsAsync_ArrayThatIsTheSameAtEachOffset_IsTheWholeList([Values(1, 5, 10)] int count)
    {
        using var client = Client(ApiVersion.V4, prefetch: 0, (_, _) => JsonConvert.SerializeObject(Items(0, count)));
        Assert.That(await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Has.Count.EqualTo(count));
        Assert.That(_requests, Is.LessThanOrEqualTo(8));
    }

    [Test]
    public async Task GetLogItemsAsync_FewerItemsThanAskedForWithoutSayingSo_ReadsUpToTheTotal([Values] bool hasTotal, [Values(1, 2, 500)] int clamp)
    {
        var count = clamp * 10;
        using var client = Client(ApiVersion.V7, prefetch: 2, (offset, limit) => JsonConvert.SerializeObject(new
        {
            results = Items((int)Math.Min(offset, count), (int)Math.Max(0, Math.Min(Math.Min(limit, clamp), count - offset))),
            totalCount = hasTotal ? count : (int?)null,
        }));
        Assert.That((await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Select(item => item.Usn), Is.EqualTo(Enumerable.Range(1, count)));
    }

    [Test]
    public async Task GetLogItemsAsync_StartAtTheLargestNumber_AsksForNoNegativeOffset([Values] bool isIgnored)
    {
        using var client = Client(ApiVersion.V8, prefetch: 0, (offset, limit) =>
        {
            Assert.That(offset, Is.GreaterThanOrEqualTo(int.MaxValue - 1L));
            return Page(isIgnored && _requests < 4 ? Items(_requests * 10, (int)Math.Min(limit, 10)) : [], hasNext: isIgnored && _requests < 3);
        });
        var items = await client.GetLogItemsAsync(StubServer.SessionId, startAt: int.MaxValue).ToListAsync();
        Assert.That(items, isIgnored ? Is.Not.Empty : Is.Empty);
    }

    [Test]
    public async Task GetLogItemsAsync_EverySecondAnswerIsEmpty_Ends([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version, [Values(0, 2)] int prefetch)
    {
        using var client = Client(version, prefetch, (offset, _) =>
        {
            Assert.That(_requests, Is.LessThan(50));
            return Page(_requests % 2 == 0 ? [] : Items((int)offset, (int)Math.Max(0, 5 - offset)), hasNext: false);
        });
        Assert.That((await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Select(item => item.Usn), Is.EqualTo(Enumerable.Range(1, 5)));
    }

    private static async Task AssertEndlessAsync(LogItemsClient client, int expected)
    {
        var delivered = new List<long>();
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(async () =>
        {
            await foreach (var item in client.GetLogItemsAsync(StubServer.SessionId))
            {
                delivered.Add(item.Usn);
            }
        });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(delivered, Is.EqualTo(Enumerable.Range(1, expected)), "everything once before the error");
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.UnexpectedResponse));
            Assert.That(exception.Message, Does.Match(
                $"^GET /v[68]/JobSessions/{StubServer.SessionId}/LogItems returned 200, but 100 consecutive pages, the last one at offset [0-9,]+, "
                + "contain no new item, although each indicates that another page follows. The server does not page as documented; check what is "
                + "responding. A proxy that ignores the query string can cause this.$"));
        }
    }

    private static object[] Items(int first, int count) => [.. Enumerable.Range(first, count).Select(Item)];

    private static object Item(int index) => new { id = new Guid(index + 1, 0, 0, new byte[8]), usn = index + 1, creationTime = "2026-11-20T22:00:00Z" };

    private static string Page(object[] items, bool hasNext)
    {
        object links = hasNext ? new { next = new { href = "/x" } } : new { self = new { href = "/x" } };
        return JsonConvert.SerializeObject(new { results = items, _links = links });
    }

    private LogItemsClient Client(ApiVersion version, int prefetch, Func<long, long, string> answer)
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(request =>
        {
            Interlocked.Increment(ref _requests);
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var body = answer(long.Parse(query["offset"]!, CultureInfo.InvariantCulture), long.Parse(query["limit"]!, CultureInfo.InvariantCulture));
            return new HttpResponseMessage { Content = new StringContent(body, null, "application/json") };
        });
        return StubServer.Client(stub, version, pageSize: 10, prefetch);
    }
}

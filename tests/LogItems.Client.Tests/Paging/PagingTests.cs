using System.Globalization;
using System.Web;
using Newtonsoft.Json;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Paging;

public class PagingTests
{
    private readonly List<string> _queries = [];

    [Test]
    public async Task GetLogItemsAsync_LimitClampedByTheServer_AdvancesByWhatWasReceived()
    {
        using var client = Paged(Items(25), ApiVersion.V6, serverLimit: 10);
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(1, 25)));
            Assert.That(_queries, Is.EqualTo(new[] { "offset=0&limit=1000", "offset=9&limit=10", "offset=18&limit=10" }));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_FullLastPageWithoutNext_EndsThere()
    {
        using var client = Paged(Items(19), ApiVersion.V6, serverLimit: 10);
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(19));
            Assert.That(_queries, Has.Count.EqualTo(2));
        }
    }

    [TestCase(25, 3)]
    [TestCase(19, 3)]
    public async Task GetLogItemsAsync_NoLinksAtAll_EndsOnAShortPage(int count, int requests)
    {
        using var client = Paged(Items(count), ApiVersion.V6, serverLimit: 10, hasLinks: false);
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(count));
            Assert.That(_queries, Has.Count.EqualTo(requests));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_StartAt_SkipsOnTheServer()
    {
        using var client = Paged(Items(25), ApiVersion.V6, serverLimit: 10);
        var items = await client.GetLogItemsAsync(StubServer.SessionId, startAt: 12).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(13, 13)));
            Assert.That(_queries[0], Is.EqualTo("offset=12&limit=1000"));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_V2_AsksOnceWithoutAQueryAndSkipsByItself()
    {
        var stub = StubServer.Create();
        var request = stub.When($"{StubServer.Address}/v2/*").With(message => message.RequestUri!.Query.Length == 0)
            .Respond("application/json", JsonConvert.SerializeObject(Items(5)));
        using var client = StubServer.Client(stub, ApiVersion.V2);
        var items = await client.GetLogItemsAsync(StubServer.SessionId, startAt: 2).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(new[] { 3, 4, 5 }));
            Assert.That(stub.GetMatchCount(request), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_V2ThatPages_LosesNothing([Values] bool hasNext, [Values] bool hasLinks, [Values] bool hasTotal, [Values] bool hasLimit)
    {
        var items = Items(75);
        var stub = StubServer.Create();
        stub.When($"{StubServer.Address}/v2/*").Respond(request =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            var offset = int.Parse(query["offset"] ?? "0", CultureInfo.InvariantCulture);
            var page = new Dictionary<string, object> { ["offset"] = offset, ["results"] = items.Skip(offset).Take(30) };
            var links = new Dictionary<string, object>();
            if (hasLinks)
            {
                links["self"] = new { href = "https://backup.test:4443/v2/x" };
            }

            if (hasNext && offset + 30 < items.Length)
            {
                links["next"] = new { href = "https://backup.test:4443/v2/x" };
            }

            if (links.Count > 0)
            {
                page["_links"] = links;
            }

            if (hasTotal)
            {
                page["totalCount"] = items.Length;
            }

            if (hasLimit || query["limit"] is not null)
            {
                page["limit"] = 30;
            }

            return new HttpResponseMessage { Content = new StringContent(JsonConvert.SerializeObject(page), null, "application/json") };
        });
        using var client = StubServer.Client(stub, ApiVersion.V2);
        var read = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        Assert.That(read.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(1, 75)));
    }

    [Test]
    public async Task GetLogItemsAsync_FailureOnALaterPage_ComesAfterTheItemsBefore()
    {
        var stub = StubServer.Create();
        stub.When("*").WithQueryString("offset", "0").Respond("application/json", JsonConvert.SerializeObject(
            new { offset = 0, limit = 10, results = Items(10), _links = new { next = new { href = "/v6/x" } } }));
        stub.When("*").WithQueryString("offset", "9").Respond(System.Net.HttpStatusCode.ServiceUnavailable);
        using var client = StubServer.Client(stub, ApiVersion.V6);
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
            Assert.That(delivered, Is.EqualTo(Enumerable.Range(1, 10)));
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.Unavailable));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_PageWhereAnArrayIsDueAndTheReverse_BothAreRead()
    {
        using var v2 = StubServer.Answering(JsonConvert.SerializeObject(new { offset = 0, limit = 30, results = Items(3) }), ApiVersion.V2);
        using var v8 = StubServer.Answering(JsonConvert.SerializeObject(Items(3)), ApiVersion.V8);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await v2.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Has.Count.EqualTo(3));
            Assert.That(await v8.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Has.Count.EqualTo(3));
        }
    }

    [Test]
    public async Task GetLogItemsAsync_Level_IsFilteredByTheServerInV8AndByTheClientBefore(
        [Values(ApiVersion.V2, ApiVersion.V5, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        using var client = Paged(Items(6), version, serverLimit: 10);
        var items = await client.GetLogItemsAsync(StubServer.SessionId, LogItemLevel.Warning).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(new[] { 2, 4, 6 }));
            Assert.That(_queries.Single().Contains("type=Warning", StringComparison.Ordinal), Is.EqualTo(version == ApiVersion.V8));
        }
    }

    [Test]
    public void GetLogItemsAsync_OrderBeforeV8_IsRefusedNamingTheVersionThatCan()
    {
        using var client = Paged(Items(1), ApiVersion.V7, serverLimit: 10);
        Assert.That(
            () => client.GetLogItemsAsync(StubServer.SessionId, orderAsc: false).ToListAsync(),
            Throws.TypeOf<ApiFeatureNotSupportedException>()
                .With.Message.EqualTo("ListLogItems.orderAsc is not supported by API v7, which this client uses; it is supported by v8."));
        Assert.That(_queries, Is.Empty);
    }

    [Test]
    public void GetDataRetrievalLogItemsAsync_BeforeV6_IsRefusedNamingTheVersionsThatCan()
    {
        using var client = Paged(Items(1), ApiVersion.V5, serverLimit: 10);
        Assert.That(
            () => client.GetDataRetrievalLogItemsAsync(StubServer.SessionId).ToListAsync(),
            Throws.TypeOf<ApiFeatureNotSupportedException>().With.Message.Contain("it is supported by v6 to v8"));
    }

    [Test]
    public void GetLogItemsAsync_NegativeStart_IsRefused()
    {
        using var client = Paged(Items(1), ApiVersion.V8, serverLimit: 10);
        Assert.That(() => client.GetLogItemsAsync(StubServer.SessionId, startAt: -1).ToListAsync(), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    private static object[] Items(int count) =>
        [.. Enumerable.Range(1, count).Select(usn => new
        {
            id = new Guid(usn, 0, 0, new byte[8]),
            usn,
            title = usn % 2 == 0 ? "[Warning] Slow" : "[Success] Fine",
            creationTime = "2026-11-20T22:00:00Z",
        })];

    /// <summary>Pages like the service: at most <paramref name="serverLimit"/> items, and the limit in effect echoed.</summary>
    private LogItemsClient Paged(object[] items, ApiVersion version, int serverLimit, bool hasLinks = true)
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(request =>
        {
            var query = HttpUtility.ParseQueryString(request.RequestUri!.Query);
            _queries.Add(request.RequestUri.Query.TrimStart('?'));
            var offset = int.Parse(query["offset"] ?? "0", CultureInfo.InvariantCulture);
            var page = items.Skip(offset).Take(serverLimit).ToArray();
            var isLast = offset + page.Length >= items.Length;
            object links = isLast ? new { self = new { href = "/x" } } : new { self = new { href = "/x" }, next = new { href = "/y" } };
            object body = version == ApiVersion.V2 ? page
                : hasLinks ? new { offset, limit = serverLimit, results = page, _links = links }
                : new { offset, limit = serverLimit, results = page };
            return new HttpResponseMessage { Content = new StringContent(JsonConvert.SerializeObject(body)), RequestMessage = request };
        });
        return StubServer.Client(stub, version);
    }
}

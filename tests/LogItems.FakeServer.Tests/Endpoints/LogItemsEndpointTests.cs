using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class LogItemsEndpointTests
{
    private static readonly FakeSessionKind[] Kinds = [FakeSessionKind.Job, FakeSessionKind.DataRetrieval];

    private static IEnumerable<TestCaseData> PagedLists =>
        from version in VersionSource.FromV3
        from kind in Kinds
        where kind == FakeSessionKind.Job || version >= ApiVersion.V6
        select new TestCaseData(version, kind);

    [Test]
    public async Task Get_V2_IsABareArrayOfEverythingWhateverIsAsked()
    {
        var session = TestData.Session(items: 100);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V2);

        var list = await http.GetJsonAsync($"{session.ItemsPath()}?offset=-5&limit=0&type=Nonsense");

        Assert.That(list.Usns(), Is.EqualTo(Enumerable.Range(1, 100)));
    }

    [TestCaseSource(nameof(PagedLists))]
    public async Task Get_WithoutQuery_IsThePageOf30FromTheStart(ApiVersion version, FakeSessionKind kind)
    {
        var session = TestData.Session(items: 31, kind);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var page = await http.GetJsonAsync(session.ItemsPath());

        string[] fields = version switch
        {
            <= ApiVersion.V4 => ["offset", "limit", "results", "_links"],
            ApiVersion.V5 => ["offset", "limit", "totalCount", "results", "_links"],
            <= ApiVersion.V7 => ["offset", "limit", "setId", "totalCount", "results", "_links"],
            _ => ["offset", "limit", "setId", "results", "_links"],
        };
        Assert.That(page.Names(), Is.EqualTo(fields));
        Assert.That(page.GetProperty("offset").GetInt32(), Is.Zero);
        Assert.That(page.GetProperty("limit").GetInt32(), Is.EqualTo(30));
        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(Enumerable.Range(1, 30)));
        if (version is >= ApiVersion.V5 and <= ApiVersion.V7)
        {
            Assert.That(page.GetProperty("totalCount").GetInt32(), Is.EqualTo(31));
        }
    }

    [TestCaseSource(nameof(PagedLists))]
    public async Task Get_Pages_WalkedByNextLinksAreTheData(ApiVersion version, FakeSessionKind kind)
    {
        var session = TestData.Session(items: 25, kind);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var pages = await PageWalk.ReadAsync(http, $"{session.ItemsPath()}?limit=10");

        Assert.That(pages.Select(page => page.GetProperty("results").GetArrayLength()), Is.EqualTo(new[] { 10, 10, 5 }));
        Assert.That(pages.Select(page => page.GetProperty("offset").GetInt32()), Is.EqualTo(new[] { 0, 10, 20 }));
        Assert.That(
            pages.SelectMany(page => page.GetProperty("results").Texts("id")),
            Is.EqualTo(session.Items.Select(item => item.Id.ToString())));
        if (version >= ApiVersion.V6)
        {
            Assert.That(pages.Select(page => page.GetProperty("setId").GetGuid()).Distinct().Count(), Is.EqualTo(1));
        }
    }

    [TestCaseSource(nameof(PagedLists))]
    public async Task Get_NextLink_IsThereOnlyBeforeAnotherPageAndInTheVersionsForm(ApiVersion version, FakeSessionKind kind)
    {
        var session = TestData.Session(items: 20, kind);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var first = await http.GetJsonAsync($"{session.ItemsPath()}?limit=10");
        var last = await http.GetJsonAsync($"{session.ItemsPath()}?limit=10&offset=10");
        var beyond = await http.GetJsonAsync($"{session.ItemsPath()}?limit=10&offset=2147483647");

        var root = version <= ApiVersion.V5 ? http.Root.AbsoluteUri : http.Root.AbsolutePath;
        Assert.That(first.Href("self"), Is.EqualTo($"{root}{session.ItemsPath()}?offset=0&limit=10").IgnoreCase);
        Assert.That(first.Href("next"), Is.EqualTo($"{root}{session.ItemsPath()}?offset=10&limit=10").IgnoreCase);
        Assert.That(last.Href("next"), Is.Null);
        Assert.That(beyond.Href("next"), Is.Null);
        Assert.That(beyond.GetProperty("results").GetArrayLength(), Is.Zero);
    }

    [Test]
    public async Task Get_BehindAnotherHostName_LinksNameThatHost(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.V2ToV5))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(http.Root, $"JobSessions/{SeedSessions.V3SessionId}"));
        request.Headers.Host = "backup.contoso.local:4443";

        using var answer = await http.SendAsync(request);

        var session = await TestHttp.ReadAsync(answer);
        Assert.That(session.Href("self"), Does.StartWith($"http://backup.contoso.local:4443/{version.ToPathSegment()}/"));
    }

    [TestCase("offset=-1")]
    [TestCase("offset=x")]
    [TestCase("offset=%201")]
    [TestCase("offset=1.5")]
    [TestCase("offset=2147483648")]
    [TestCase("offset=")]
    [TestCase("limit=0")]
    [TestCase("limit=-1")]
    [TestCase("limit=%2B5")]
    [TestCase("limit=10001")]
    [TestCase("limit=ten")]
    [TestCase("limit=")]
    [TestCase("limit=1&limit=2")]
    public async Task Get_MalformedPaging_IsRefused(string query)
    {
        var jobSession = TestData.Session(items: 1);
        var retrieval = TestData.Session(items: 1, FakeSessionKind.DataRetrieval);
        await using var server = await TestData.ServeAsync(jobSession, retrieval);
        foreach (var version in VersionSource.FromV3)
        {
            using var http = await TestHttp.LogInAsync(server, version);
            string[] lists =
            [
                jobSession.ItemsPath(),
                .. version >= ApiVersion.V5 ? ["JobSessions"] : Array.Empty<string>(),
                .. version >= ApiVersion.V6 ? [retrieval.ItemsPath(), "DataRetrievalSessions"] : Array.Empty<string>(),
                .. version >= ApiVersion.V7 ? [$"JobSessions/{jobSession.Id}/ProcessedObjects"] : Array.Empty<string>(),
                .. version >= ApiVersion.V8 ? ["Jobs"] : Array.Empty<string>(),
            ];
            foreach (var list in lists)
            {
                using var answer = await http.GetAsync($"{list}?{query}");
                await ErrorBody.AssertAsync(
                    answer, version, HttpStatusCode.BadRequest, "ParameterValidationFailure", mentions: query.Split('=')[0]);
            }
        }
    }

    [Test]
    public async Task Get_LargestLimit_IsOnePageInOrder(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV3))] ApiVersion version)
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 10_001, seed: 5)[0];
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var page = await http.GetJsonAsync($"{session.ItemsPath()}?limit=10000");

        Assert.That(page.GetProperty("limit").GetInt32(), Is.EqualTo(10_000));
        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(Enumerable.Range(1, 10_000)));
        Assert.That(page.Href("next"), Is.Not.Null);
    }

    [Test]
    public async Task Get_LargeAnswer_BeginsBeforeItIsComplete()
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 1_000_000, seed: 5)[0];
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V2);
        using var client = new HttpClient(new SocketsHttpHandler());
        client.DefaultRequestHeaders.Authorization = new("Bearer", http.Token);
        var before = GC.GetTotalAllocatedBytes();

        using var answer = await client.GetAsync(
            new Uri(http.Root, session.ItemsPath()), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[100_000]);

        // The whole answer is about 500 MB: had it been built first, far more would have been allocated by now.
        Assert.That(GC.GetTotalAllocatedBytes() - before, Is.LessThan(100_000_000));
        Assert.That(answer.Content.Headers.ContentLength, Is.Null);
    }

    [Test]
    public async Task Get_ContentType_IsJsonInUtf8([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        using var answer = await http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems");

        Assert.That(answer.Content.Headers.ContentType?.ToString(), Is.EqualTo("application/json; charset=utf-8"));
    }

    [Test]
    public async Task Get_UnknownSession_IsNotFoundWithTheVersionsErrorBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);
        var id = Guid.NewGuid();

        using var answer = await http.GetAsync($"JobSessions/{id}/LogItems");

        await ErrorBody.AssertAsync(answer, version, HttpStatusCode.NotFound, "ResourceNotFound", mentions: id.ToString());
    }
}

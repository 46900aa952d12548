using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

/// <summary>Order and filter of the items, which only v8 has.</summary>
public sealed class LogItemsOrderTests
{
    // By time then usn: 2, 4, 5, 1, 3. The offsets differ, so that the order of the written times is another.
    private static readonly FakeLogItem[] Items =
    [
        Item(1, "Success", minute: 30, offset: 2),
        Item(2, "Error", minute: 0, offset: 5),
        Item(3, "Error", minute: 40, offset: -7),
        Item(5, "Warning", minute: 10, offset: 0),
        Item(4, "Error", minute: 10, offset: 1),
    ];

    [TestCase("", "2 4 5 1 3")]
    [TestCase("?orderAsc=true", "2 4 5 1 3")]
    [TestCase("?orderAsc=false", "3 1 5 4 2")]
    [TestCase("?orderAsc=False&limit=2&offset=1", "1 5")]
    public async Task Get_V8_IsOrderedByTimeThenUsn(string query, string expected)
    {
        foreach (var kind in Enum.GetValues<FakeSessionKind>())
        {
            Assert.That(await ReadAsync(ApiVersion.V8, kind, query), Is.EqualTo(expected), kind.ToString());
        }
    }

    [Test]
    public async Task Get_V8SameTime_IsOrderedByUsn()
    {
        var session = TestData.Session([Item(2, "Success", minute: 0, offset: 0), Item(1, "Success", minute: 0, offset: 0)]);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var page = await http.GetJsonAsync(session.ItemsPath());

        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task Get_V8AfterGrowth_IsStillOrdered()
    {
        var session = TestData.Session(Items);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        session.AddItem(Item(6, "Success", minute: 5, offset: 0));

        var page = await http.GetJsonAsync(session.ItemsPath());
        Assert.That(page.GetProperty("results").Usns(), Is.EqualTo(new[] { 2, 6, 4, 5, 1, 3 }));
    }

    [TestCase("?type=Error", "2 4 3")]
    [TestCase("?type=error&orderAsc=false", "3 4 2")]
    [TestCase("?type=Error&offset=1&limit=1", "4")]
    [TestCase("?type=Stop", "")]
    public async Task Get_V8Type_FiltersJobSessions(string query, string expected) =>
        Assert.That(await ReadAsync(ApiVersion.V8, FakeSessionKind.Job, query), Is.EqualTo(expected));

    [TestCase("?type=Error")]
    [TestCase("?type=Nonsense")]
    public async Task Get_V8Type_IsUnknownToRetrievalSessions(string query) =>
        Assert.That(await ReadAsync(ApiVersion.V8, FakeSessionKind.DataRetrieval, query), Is.EqualTo("2 4 5 1 3"));

    [Test]
    public async Task Get_BeforeV8_TypeAndOrderAreIgnored(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.V3ToV7))] ApiVersion version) =>
        Assert.That(
            await ReadAsync(version, FakeSessionKind.Job, "?type=Nonsense&orderAsc=perhaps"), Is.EqualTo("1 2 3 5 4"));

    [TestCase("type=Failed")]
    [TestCase("type=1")]
    [TestCase("type=Error,Warning")]
    [TestCase("type=")]
    [TestCase("orderAsc=perhaps")]
    [TestCase("orderAsc=1")]
    public async Task Get_V8Malformed_IsRefused(string query)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        using var answer = await http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems?{query}");

        await ErrorBody.AssertAsync(
            answer, ApiVersion.V8, HttpStatusCode.BadRequest, "ParameterValidationFailure", mentions: query.Split('=')[0]);
    }

    [Test]
    public async Task Get_V8FilteredPages_NextLinkKeepsTypeAndOrder()
    {
        var session = TestData.Session(Items);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var pages = await PageWalk.ReadAsync(http, $"{session.ItemsPath()}?type=Error&orderAsc=false&limit=2");

        Assert.That(pages[0].Href("next"), Does.EndWith("?offset=2&limit=2&type=Error&orderAsc=false"));
        Assert.That(pages.SelectMany(page => page.GetProperty("results").Usns()), Is.EqualTo(new[] { 3, 4, 2 }));
    }

    [Test]
    public async Task Get_V8FilteredLastPage_HasNoNextLink()
    {
        var session = TestData.Session(Items);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var page = await http.GetJsonAsync($"{session.ItemsPath()}?type=Error&limit=3");

        Assert.That(page.Href("next"), Is.Null);
    }

    private static async Task<string> ReadAsync(ApiVersion version, FakeSessionKind kind, string query)
    {
        var session = TestData.Session(Items, kind);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        var page = await http.GetJsonAsync(session.ItemsPath() + query);
        return string.Join(' ', page.GetProperty("results").Usns());
    }

    private static FakeLogItem Item(int usn, string type, int minute, int offset) => new()
    {
        Usn = usn,
        Type = type,
        Message = "Operation",
        CreationTime = TestData.Midnight.AddMinutes(minute).ToOffset(TimeSpan.FromHours(offset)),
    };
}

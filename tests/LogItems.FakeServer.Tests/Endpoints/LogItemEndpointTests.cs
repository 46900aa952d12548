using System.Net;
using System.Text.Json;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class LogItemEndpointTests
{
    private static readonly Guid SessionId = new("3bd9fcb6-1b3b-4554-b797-bf9cdccb6ea0");

    private static readonly FakeLogItem Item = new()
    {
        Id = new Guid("a6c7a35c-20e1-4cf9-931e-c1e060172b43"),
        Usn = 2,
        Type = "Brand new",
        Message = "[Failed] \"ß\" <a+b> & c\\d\n",
        CreationTime = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(-7)).AddTicks(1_234_567),
        EndTime = new DateTimeOffset(2024, 1, 2, 3, 4, 6, TimeSpan.FromHours(5.5)),
    };

    [Test]
    public async Task Get_V2ToV7_TitleIsLevelInBracketsAndText(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.V2ToV7))] ApiVersion version)
    {
        var (text, root) = await ReadAsync(version, FakeSessionKind.Job);

        var prefix = version <= ApiVersion.V5 ? root.AbsoluteUri : root.AbsolutePath;
        var (sessions, items) = version >= ApiVersion.V5 ? ("jobsessions", "logitems") : ("JobSessions", "LogItems");
        Assert.That(text, Is.EqualTo(JsonText.Compact($$"""
            {
              "id": "a6c7a35c-20e1-4cf9-931e-c1e060172b43", "usn": 2,
              "title": "[Brand new] [Failed] \"ß\" <a+b> & c\\d\n",
              "creationTime": "2024-01-02T03:04:05.1234567-07:00", "endTime": "2024-01-02T03:04:06+05:30",
              "_links": {
                "self": { "href": "{{prefix}}{{sessions}}/{{SessionId}}/{{items}}/a6c7a35c-20e1-4cf9-931e-c1e060172b43" },
                "jobsessions": { "href": "{{prefix}}{{sessions}}/{{SessionId}}" } }
            }
            """)));
    }

    [Test]
    public async Task Get_V8_TypeAndMessageStandApart()
    {
        var (text, _) = await ReadAsync(ApiVersion.V8, FakeSessionKind.Job);

        Assert.That(text, Is.EqualTo(JsonText.Compact($$"""
            {
              "id": "a6c7a35c-20e1-4cf9-931e-c1e060172b43", "usn": 2,
              "type": "Brand new", "message": "[Failed] \"ß\" <a+b> & c\\d\n",
              "creationTime": "2024-01-02T03:04:05.1234567-07:00", "endTime": "2024-01-02T03:04:06+05:30",
              "_links": {
                "self": { "href": "/v8/jobsessions/{{SessionId}}/logitems/a6c7a35c-20e1-4cf9-931e-c1e060172b43" },
                "jobsessions": { "href": "/v8/jobsessions/{{SessionId}}" } }
            }
            """)));
    }

    [Test]
    public async Task Get_DataRetrieval_LinksLeadToItsOwnSession(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV6))] ApiVersion version)
    {
        var (text, root) = await ReadAsync(version, FakeSessionKind.DataRetrieval);

        var links = JsonDocument.Parse(text).RootElement.GetProperty("_links").GetRawText();
        var session = $"{root.AbsolutePath}dataretrievalsessions/{SessionId}";
        Assert.That(links, Is.EqualTo(JsonText.Compact($$"""
            {
              "self": { "href": "{{session}}/logitems/{{Item.Id}}" },
              "dataretrievalsessions": { "href": "{{session}}" }
            }
            """)));
    }

    [TestCase(FakeLogItemLinks.None, "")]
    [TestCase(FakeLogItemLinks.Self, "self")]
    [TestCase(FakeLogItemLinks.Session, "jobsessions")]
    [TestCase(FakeLogItemLinks.All, "self jobsessions")]
    public async Task Get_Links_AreThoseOfTheItem(FakeLogItemLinks links, string expected)
    {
        var session = TestData.Session([Item with { Links = links }]);
        await using var server = await TestData.ServeAsync(session);
        foreach (var version in ApiVersions.All)
        {
            using var http = await TestHttp.LogInAsync(server, version);
            var item = await http.GetJsonAsync($"{session.ItemsPath()}/{Item.Id}");
            Assert.That(string.Join(' ', item.GetProperty("_links").Names()), Is.EqualTo(expected));
        }
    }

    [Test]
    public async Task Get_TimeOfUtc_EndsInZ([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session([Item with { CreationTime = Item.CreationTime.ToUniversalTime() }]);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var item = await http.GetJsonAsync($"{session.ItemsPath()}/{Item.Id}");

        Assert.That(item.GetProperty("creationTime").GetString(), Is.EqualTo("2024-01-02T10:04:05.1234567Z"));
    }

    [Test]
    public async Task Get_RunningItem_SaysSoInTheVersionsOwnWay(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session([Item with { EndTime = null }]);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var item = await http.GetJsonAsync($"{session.ItemsPath()}/{Item.Id}");

        RunningEnd.AssertOn(item, version);
    }

    [Test]
    public async Task Get_V3OneItemAsArray_ChangesV3Only([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session(items: 3);
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [session], V3OneItemAsArray = true });
        using var http = await TestHttp.LogInAsync(server, version);

        var body = await http.GetJsonAsync($"{session.ItemsPath()}/{session.Items[1].Id}");

        if (version == ApiVersion.V3)
        {
            Assert.That(body.Usns(), Is.EqualTo(new[] { 1, 2, 3 }));
        }
        else
        {
            Assert.That(body.GetProperty("usn").GetInt32(), Is.EqualTo(2));
        }
    }

    [Test]
    public async Task Get_UnknownItem_IsNotFoundWithTheVersionsErrorBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version, [Values] bool v3OneItemAsArray)
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { V3OneItemAsArray = v3OneItemAsArray });
        using var http = await TestHttp.LogInAsync(server, version);
        var itemOfAnotherSession = new Guid("6e61733d-738b-41e1-bd0d-d0b3340159d5");

        using var answer = await http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems/{itemOfAnotherSession}");

        await ErrorBody.AssertAsync(
            answer, version, HttpStatusCode.NotFound, "ResourceNotFound", mentions: itemOfAnotherSession.ToString());
    }

    [Test]
    public async Task Get_MalformedId_IsRefused([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        using var session = await http.GetAsync("JobSessions/1/LogItems/e7668151-524f-4fa5-a30a-c647bf7ca8c5");
        using var item = await http.GetAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems/1");

        const string Code = "ParameterValidationFailure";
        await ErrorBody.AssertAsync(session, version, HttpStatusCode.BadRequest, Code, mentions: "sessionId");
        await ErrorBody.AssertAsync(item, version, HttpStatusCode.BadRequest, Code, mentions: "logItemId");
    }

    private static async Task<(string Text, Uri Root)> ReadAsync(ApiVersion version, FakeSessionKind kind)
    {
        var session = new FakeSession { Id = SessionId, Kind = kind, CreationTime = TestData.Midnight, Items = [Item] };
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);
        return (await http.GetTextAsync($"{session.ItemsPath()}/{Item.Id}"), http.Root);
    }
}

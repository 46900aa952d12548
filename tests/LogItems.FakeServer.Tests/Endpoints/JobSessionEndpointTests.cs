using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class JobSessionEndpointTests
{
    private const string Printed = "id creationTime endTime progress status statistics _links";
    private const string V6 = "id details creationTime endTime retryCount progress status statistics _links";
    private const string V7 = V6 + " repositoryId mainSessionId jobWillBeRetried jobType";
    private const string V8 = V7 + " jobId jobSessionConfigType eTag proxyId proxyPoolId";

    [TestCase(ApiVersion.V2, Printed)]
    [TestCase(ApiVersion.V3, Printed)]
    [TestCase(ApiVersion.V4, Printed)]
    [TestCase(ApiVersion.V5, Printed)]
    [TestCase(ApiVersion.V6, V6)]
    [TestCase(ApiVersion.V7, V7)]
    [TestCase(ApiVersion.V8, V8)]
    public async Task Get_Session_HasExactlyTheFieldsOfTheVersion(ApiVersion version, string fields)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        var session = await http.GetJsonAsync($"JobSessions/{SeedSessions.V3SessionId}");

        Assert.That(session.Names(), Is.EquivalentTo(fields.Split(' ')));
    }

    [Test]
    public async Task Get_Session_AnswersItsValues()
    {
        var session = new FakeSession
        {
            Details = "Nightly",
            CreationTime = new DateTimeOffset(2024, 1, 2, 3, 4, 5, TimeSpan.Zero).AddTicks(1_200_000),
            EndTime = new DateTimeOffset(2024, 1, 2, 4, 0, 0, TimeSpan.FromHours(-3.5)),
            Status = "Queued",
            RetryCount = 2,
            Progress = 42,
            Statistics = new FakeSessionStatistics { ProcessedObjects = 43, Bottleneck = "Source" },
            JobId = Guid.NewGuid(),
            RepositoryId = Guid.NewGuid(),
            MainSessionId = Guid.NewGuid(),
            JobWillBeRetried = true,
            JobType = "Copy",
            JobSessionConfigType = "Full",
            ETag = 7,
        };
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var answer = await http.GetTextAsync($"JobSessions/{session.Id}");

        Assert.That(answer, Is.EqualTo(JsonText.Compact($$"""
            {
              "id": "{{session.Id}}", "jobId": "{{session.JobId}}", "repositoryId": "{{session.RepositoryId}}",
              "mainSessionId": "{{session.MainSessionId}}", "details": "Nightly", "creationTime": "2024-01-02T03:04:05.12Z",
              "endTime": "2024-01-02T04:00:00-03:30", "retryCount": 2, "jobWillBeRetried": true, "progress": 42,
              "jobType": "Copy", "jobSessionConfigType": "Full", "status": "Queued",
              "statistics": {
                "processingRateBytesPS": 0, "processingRateItemsPS": 0, "readRateBytesPS": 0, "writeRateBytesPS": 0,
                "transferredDataBytes": 0, "processedObjects": 43, "bottleneck": "Source" },
              "eTag": 7,
              "_links": {
                "self": { "href": "/v8/jobsessions/{{session.Id}}" },
                "log": { "href": "/v8/jobsessions/{{session.Id}}/logitems" },
                "job": { "href": "/v8/jobs/{{session.JobId}}" } },
              "proxyId": null, "proxyPoolId": null
            }
            """)));
    }

    [Test]
    public async Task Get_V2_WritesStatisticsAsText()
    {
        var session = new FakeSession
        {
            CreationTime = TestData.Midnight,
            Statistics = new FakeSessionStatistics
            {
                ProcessingRateBytesPS = 852_378,
                ProcessingRateItemsPS = 52,
                ReadRateBytesPS = 1023,
                WriteRateBytesPS = 1_048_576,
                TransferredDataBytes = 0,
                ProcessedObjects = 6329,
                Bottleneck = "Source",
            },
        };
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V2);

        var answer = await http.GetJsonAsync($"JobSessions/{session.Id}");

        Assert.That(answer.GetProperty("statistics").GetRawText(), Is.EqualTo(JsonText.Compact("""
            {
              "processingRate": "832.4 KB/s (52 items/s)", "readRate": "1023 B/s", "writeRate": "1.0 MB/s", "transferredData": "0 B",
              "processedObjects": 6329, "bottleneck": "Source"
            }
            """)));
    }

    [Test]
    public async Task Get_Links_AreAbsoluteUpToV5AndRelativeAfterAndLeadToTheItemsFromV5On(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        var session = await http.GetJsonAsync($"JobSessions/{SeedSessions.V3SessionId}");

        var root = version <= ApiVersion.V5 ? http.Root.AbsoluteUri : http.Root.AbsolutePath;
        Assert.That(session.Href("self"), Is.EqualTo($"{root}jobsessions/{SeedSessions.V3SessionId}").IgnoreCase);
        if (version < ApiVersion.V5)
        {
            Assert.That(session.Href("log"), Is.EqualTo($"{session.Href("self")}/log"));
            return;
        }

        using var items = await http.GetAsync(session.Href("log")!);
        Assert.That(items.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Get_RunningSession_SaysSoInTheVersionsOwnWay(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = new FakeSession { CreationTime = TestData.Midnight, Status = "Running" };
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, version);

        var answer = await http.GetJsonAsync($"JobSessions/{session.Id}");

        RunningEnd.AssertOn(answer, version, nullableSince: ApiVersion.V7);
    }

    [Test]
    public async Task Get_UnknownSession_IsNotFoundWithTheVersionsErrorBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);
        var id = Guid.NewGuid();

        using var answer = await http.GetAsync($"JobSessions/{id}");

        await ErrorBody.AssertAsync(answer, version, HttpStatusCode.NotFound, "ResourceNotFound", mentions: id.ToString());
    }

    [Test]
    public async Task Get_MalformedId_IsRefused([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);

        using var answer = await http.GetAsync("JobSessions/be376069");

        await ErrorBody.AssertAsync(
            answer, version, HttpStatusCode.BadRequest, "ParameterValidationFailure", mentions: "sessionId");
    }

    [Test]
    public async Task Get_DataRetrievalSession_IsNoJobSession()
    {
        var session = TestData.Session(items: 1, FakeSessionKind.DataRetrieval);
        await using var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        using var one = await http.GetAsync($"JobSessions/{session.Id}");
        using var items = await http.GetAsync($"JobSessions/{session.Id}/LogItems");
        var list = await http.GetJsonAsync("JobSessions");

        Assert.That(one.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(items.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(list.GetProperty("results").GetArrayLength(), Is.Zero);
    }
}

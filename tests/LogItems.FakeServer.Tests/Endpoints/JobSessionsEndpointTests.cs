using System.Net;
using System.Text.Json;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Endpoints;

public sealed class JobSessionsEndpointTests
{
    private static readonly Guid Job = new("00b96531-1a68-4c90-a398-91141ffedb3b");

    // Their progress tells them apart in every version.
    private static readonly FakeSession[] Sessions =
    [
        Session(1, "Success", "Backup", endHour: 1),
        Session(2, "Failed", "Copy", endHour: 2),
        Session(3, "Warning", "Backup", endHour: 3, Job),
        Session(4, "Running", "Backup", endHour: null, Job),
        Session(5, "Stopped", "Copy", endHour: 5),
    ];

    [TestCase(ApiVersion.V2)]
    [TestCase(ApiVersion.V3)]
    [TestCase(ApiVersion.V4)]
    public async Task Get_V4AndEarlier_IsABareArrayOfEverythingWhateverIsAsked(ApiVersion version)
    {
        await using var server = await TestData.ServeAsync(Sessions);
        using var http = await TestHttp.LogInAsync(server, version);

        var list = await http.GetJsonAsync("JobSessions?offset=-1&limit=many&status=Failed");

        Assert.That(Progress(list), Is.EqualTo(new[] { 1, 2, 3, 4, 5 }));
    }

    [Test]
    public async Task Get_Pages_WalkedByNextLinksAreTheData(
        [Range(5, 8)] int version)
    {
        await using var server = await TestData.ServeAsync(Sessions);
        using var http = await TestHttp.LogInAsync(server, (ApiVersion)version);

        var pages = await PageWalk.ReadAsync(http, "JobSessions?limit=2");

        Assert.That(
            pages.Select(page => Progress(page.GetProperty("results"))), Is.EqualTo(new int[][] { [1, 2], [3, 4], [5] }));
    }

    [TestCase("jobType=Copy", ApiVersion.V6, "2 5")]
    [TestCase("jobType=backup", ApiVersion.V6, "1 3 4")]
    [TestCase("endTimeLowerBound=2024-05-01T03:00:00%2B02:00", ApiVersion.V6, "3 4 5")]
    [TestCase("endTimeLowerBound=2024-05-01T01:00:00.0000001Z", ApiVersion.V6, "4 5")]
    [TestCase("endTimeUpperBound=2024-05-01T00:00:00Z", ApiVersion.V7, "1 2")]
    [TestCase("jobId=00b96531-1a68-4c90-a398-91141ffedb3b", ApiVersion.V7, "3 4")]
    [TestCase("status=Succeeded", ApiVersion.V8, "1")]
    [TestCase("status=Running", ApiVersion.V8, "4")]
    [TestCase("status=Stopped", ApiVersion.V8, "5")]
    public async Task Get_Filter_WorksFromItsVersionOnAndIsIgnoredBefore(string query, ApiVersion since, string expected)
    {
        await using var server = await TestData.ServeAsync(Sessions);
        foreach (var version in ApiVersions.All.Where(version => version >= ApiVersion.V5))
        {
            using var http = await TestHttp.LogInAsync(server, version);
            var page = await http.GetJsonAsync($"JobSessions?{query}");
            Assert.That(
                string.Join(' ', Progress(page.GetProperty("results"))),
                Is.EqualTo(version >= since ? expected : "1 2 3 4 5"),
                version.ToString());
        }
    }

    [Test]
    public async Task Get_FilteredPages_NextLinkKeepsTheFilter()
    {
        await using var server = await TestData.ServeAsync(Sessions);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        var pages = await PageWalk.ReadAsync(
            http, "JobSessions?limit=1&jobType=Backup&endTimeLowerBound=2024-05-01T01:00:00%2B02:00");

        Assert.That(pages.SelectMany(page => Progress(page.GetProperty("results"))), Is.EqualTo(new[] { 1, 3, 4 }));
    }

    [Test]
    public async Task Get_TotalCount_CountsTheFilteredSessions()
    {
        await using var server = await TestData.ServeAsync(Sessions);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V7);

        var page = await http.GetJsonAsync("JobSessions?jobType=Copy&limit=1");

        Assert.That(page.GetProperty("totalCount").GetInt32(), Is.EqualTo(2));
    }

    [TestCase("jobType=Restore", ApiVersion.V6)]
    [TestCase("jobType=", ApiVersion.V6)]
    [TestCase("endTimeLowerBound=yesterday", ApiVersion.V6)]
    [TestCase("endTimeLowerBound=2024-05-01T03:00:00+02:00", ApiVersion.V6)]
    [TestCase("endTimeUpperBound=1/2/2024", ApiVersion.V7)]
    [TestCase("jobId=00b96531", ApiVersion.V7)]
    [TestCase("status=Success", ApiVersion.V8)]
    [TestCase("status=1", ApiVersion.V8)]
    public async Task Get_MalformedFilter_IsRefusedFromItsVersionOn(string query, ApiVersion since)
    {
        await using var server = await TestData.ServeAsync(Sessions);
        foreach (var version in ApiVersions.All)
        {
            using var http = await TestHttp.LogInAsync(server, version);
            using var answer = await http.GetAsync($"JobSessions?{query}");
            if (version < since)
            {
                Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), version.ToString());
            }
            else
            {
                await ErrorBody.AssertAsync(
                    answer, version, HttpStatusCode.BadRequest, "ParameterValidationFailure", mentions: query.Split('=')[0]);
            }
        }
    }

    private static FakeSession Session(int number, string status, string jobType, int? endHour, Guid jobId = default) => new()
    {
        Progress = number,
        Status = status,
        JobType = jobType,
        JobId = jobId,
        CreationTime = TestData.Midnight,
        EndTime = endHour is { } hour ? TestData.Midnight.AddHours(hour) : null,
    };

    private static int[] Progress(JsonElement sessions) =>
        [.. sessions.EnumerateArray().Select(session => session.GetProperty("progress").GetInt32())];
}

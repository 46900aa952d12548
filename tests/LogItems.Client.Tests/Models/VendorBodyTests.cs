using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace LogItems.Client.Tests.Models;

/// <summary>Every printed body, sent by a real socket in the version that it is printed for: no property is lost, and the typed view fits.</summary>
public class VendorBodyTests
{
    private static readonly Guid SessionId = new("be376069-2865-4156-a9bc-825cef7d687e");

    private static readonly (long Usn, string Text, string Started, string Ended)[] PrintedItems =
    [
        (1, "Job started at 4/4/2017 12:07:21 AM", "2017-04-04T00:07:21.3664166-07:00", "2017-04-04T00:07:21.3664166-07:00"),
        (2, "Connected to organization", "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:25.3952173-07:00"),
        (3, "Mailboxes enumerated", "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:28.4514886-07:00"),
        (4, "3 mailboxes found", "2017-04-04T00:07:21.3674143-07:00", "2017-04-04T00:07:28.4544870-07:00"),
        (5, "Processing mailbox: user@contoso.onmicrosoft.com", "2017-04-04T00:07:25.3972468-07:00", "2017-04-04T00:07:37.1918670-07:00"),
    ];

    private static IEnumerable<TestCaseData> Sessions()
    {
        object?[] v2 =
        [
            2, "2017-04-03T05:36:11.0387317-07:00", "2017-04-03T05:38:12.1705731-07:00",
            852_378L, 52L, 649_216L, 39_950_746L, 0L, 6329L, LogItems.Bottleneck.Source, "/Jobs/00b96531-1a68-4c90-a398-91141ffedb3b",
        ];
        object?[] v3 =
        [
            1, "2019-02-04T16:49:22.8529769+00:00", "2019-02-04T16:50:21.3024288+00:00",
            1_683_256L, 20L, 5_383_429L, 26_015_396L, 98_142_970L, 1193L, LogItems.Bottleneck.Source, "/Jobs/b20cedd4-66b2-49b1-86de-a575dc67e83b",
        ];
        object?[] v3OfJob =
        [
            21, "2019-06-16T22:00:00.0246404+00:00", "2019-06-16T22:09:26.9479152+00:00",
            98_010L, 0L, 1_426_172L, 31_686_381L, 55_561_549L, 523L, LogItems.Bottleneck.Source, "/Jobs/2a347af6-43ef-43a7-97bf-58a36f8cf216",
        ];
        object?[] v5 =
        [
            18, "2020-12-13T22:00:00.5852401+00:00", "2020-12-13T22:02:17.6515649+00:00",
            71_012L, 9L, 247_870L, 2184L, 63_570_500L, 377L, LogItems.Bottleneck.Target, "/Jobs/196e4df2-0faf-4b8e-ba17-ce8c0eb4edc5",
        ];
        object?[] v6 = [1, "2022-01-31T16:39:24.0087710+00:00", "2022-01-31T16:39:33.4023120+00:00", 0L, 0L, null, null, null, null, null, null];

        yield return Case("v2-job-session", v2);
        yield return Case("v2-job-sessions", v2);
        yield return Case("v3-job-session", v3);
        yield return Case("v3-job-sessions", v3);
        yield return Case("v3-jobs-id-job-sessions", v3OfJob);
        yield return Case("v5-job-session", v5);
        yield return Case("v5-job-sessions", v5);
        yield return Case("v6-job-sessions", v6);

        static TestCaseData Case(string file, object?[] expected) => new TestCaseData(file, expected).SetArgDisplayNames(file);
    }

    [TestCaseSource(nameof(Sessions))]
    public async Task Sessions_PrintedBody_IsReadWhole(string file, object?[] expected)
    {
        var (body, version) = Load(file);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("a") : RawAnswer.Http(200, body));
        await using var client = Client(server, version);

        var printed = JToken.Parse(body) is JObject page && page["results"] is JArray results ? results[0]
            : JToken.Parse(body) is JArray array ? array[0]
            : JToken.Parse(body);
        var session = file.EndsWith("job-session", StringComparison.Ordinal) ? await client.GetJobSessionAsync(SessionId)
            : file.Contains("jobs-id", StringComparison.Ordinal) ? (await client.GetSessionsOfJobPageAsync(SessionId)).Results.Single()
            : (await client.GetJobSessionsAsync(new JobSessionFilter { Take = 1 }).ToListAsync()).Single();

        using (Assert.EnterMultipleScope())
        {
            AssertHoldsEverything(session, printed);
            var statistics = session.Statistics;
            Assert.That(
                new object?[]
                {
                    session.Progress, Exact(session.StartedAt), Exact(session.EndedAt), statistics?.ProcessingRateBytesPerSecond,
                    statistics?.ProcessingRateItemsPerSecond, statistics?.ReadRateBytesPerSecond, statistics?.WriteRateBytesPerSecond,
                    statistics?.TransferredBytes, statistics?.ProcessedObjects, statistics?.Bottleneck, session.Links.GetValueOrDefault("job")?.Path,
                },
                Is.EqualTo(expected));
            Assert.That((session.Status, session.IsRunning), Is.EqualTo((JobSessionStatus.Success, false)));
            Assert.That(session.Issues, Is.Empty);
            if (version != ApiVersion.V6)
            {
                var log = session.Links["log"];
                Assert.That(log.Path, Is.EqualTo($"/JobSessions/{session.Id}/LogItems"));
                Assert.That(log.Address!.AbsoluteUri, Does.EndWith("/LogItems").IgnoreCase.And.StartWith("https://backup.contoso.local:4443/"));
            }
        }
    }

    [TestCase("v2-log-items")]
    [TestCase("v3-log-items-printed-array")]
    [TestCase("v3-log-item-printed-array")]
    [TestCase("v5-log-items-early-printed-array")]
    public async Task Items_PrintedArray_IsReadWhole(string file)
    {
        var (body, version) = Load(file);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("a") : RawAnswer.Http(200, body));
        await using var client = Client(server, version);
        var printed = JArray.Parse(body);

        var items = file.Contains("item-printed", StringComparison.Ordinal)
            ? await Task.WhenAll(printed.Select(item => client.GetLogItemAsync(SessionId, Guid.Parse((string)item["id"]!))))
            : [.. await client.GetLogItemsAsync(SessionId).ToListAsync()];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => (item.Usn, item.Text, Exact(item.StartedAt), Exact(item.EndedAt))), Is.EqualTo(PrintedItems));
            Assert.That(items.Select(item => item.Level), Is.All.EqualTo(LogItemLevel.Success));
            Assert.That(items.Select(item => item.Links["jobsessions"].Path), Is.All.EqualTo($"/JobSessions/{SessionId}"));
            Assert.That(items.SelectMany(item => item.Issues), Is.Empty);
            foreach (var (item, json) in items.Zip(printed))
            {
                AssertHoldsEverything(item, json);
            }
        }
    }

    [TestCase("v5-log-item")]
    [TestCase("v5-log-items-page-shape")]
    public async Task Item_PrintedForV5_IsReadWhole(string file)
    {
        var (body, version) = Load(file);
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("a") : RawAnswer.Http(200, body));
        await using var client = Client(server, version);
        var id = new Guid("6e61733d-738b-41e1-bd0d-d0b3340159d5");

        var item = file == "v5-log-item" ? await client.GetLogItemAsync(SessionId, id) : (await client.GetLogItemsAsync(SessionId).ToListAsync()).Single();

        using (Assert.EnterMultipleScope())
        {
            AssertHoldsEverything(item, JObject.Parse(body)["results"]?[0] ?? JObject.Parse(body));
            Assert.That((item.Id, item.Usn, item.Level, item.Text), Is.EqualTo((id, 1, LogItemLevel.Success, "Job started at 2/26/2021 1:00:00 AM")));
            Assert.That((Exact(item.StartedAt), item.Duration), Is.EqualTo(("2021-02-26T01:00:00.1732347+03:00", TimeSpan.Zero)));
            Assert.That(item.Links["self"].Path, Is.EqualTo($"/JobSessions/859277ed-b238-458c-9dec-2830e45e15fc/LogItems/{id}"));
        }
    }

    [Test]
    public void Links_OfPrintedPages_HaveTheFourRelations()
    {
        var page = JsonConvert.DeserializeObject<LogItemPage>(
            $$"""{"results":[],"_links":{{Load("pagination-links-v8").Body}}}""", LogItemsJson.CreateSettings())!;

        Assert.That(page._links!.Keys, Is.EquivalentTo(new[] { "first", "prev", "self", "next" }));
        Assert.That(page._links!.Values.Select(link => link.Href), Is.All.StartsWith("/v8/RestoreSessions/"));
    }

    /// <summary>Written again, the model has every value that was printed, and only those.</summary>
    private static void AssertHoldsEverything(object model, JToken printed)
    {
        var written = JToken.Parse(JsonConvert.SerializeObject(model, LogItemsJson.CreateSettings()), null!);
        Assert.That(Leaves(written), Is.EquivalentTo(Leaves(printed)));
    }

    private static IEnumerable<string> Leaves(JToken token) => token is JValue value
        ? [$"{value.Path[(value.Path.LastIndexOf(']') + 1)..].TrimStart('.')} = {Normal(value)}"]
        : token.Children().SelectMany(Leaves);

    private static string Normal(JValue value) =>
        value.Value is DateTime or DateTimeOffset || DateTimeOffset.TryParseExact(
            (string?)value, ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? Exact(DateTimeOffset.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture))!
            : value.ToString(CultureInfo.InvariantCulture);

    private static string? Exact(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    private static LogItemsClient Client(RawServer server, ApiVersion version) =>
        new(server.Address, new PasswordCredential("demo", "demo"), new() { Version = version });

    private static (string Body, ApiVersion Version) Load(string file)
    {
        var body = File.ReadAllText(Path.Combine(Repository.Root, "tests", "LogItems.Client.Tests", "Fixtures", "VendorBodies", $"{file}.json"));
        return (body, file[0] == 'v' ? (ApiVersion)(file[1] - '0') : ApiVersion.V8);
    }
}

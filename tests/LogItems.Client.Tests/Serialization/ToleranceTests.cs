using System.Text.Json.Nodes;

namespace LogItems.Client.Tests.Serialization;

/// <summary>A value that a property cannot hold loses neither the item nor the page, and can be seen.</summary>
public class ToleranceTests
{
    private const string GoodId = "a6c7a35c-20e1-4cf9-931e-c1e060172b43";

    private const string Good = """
        {"id":"a6c7a35c-20e1-4cf9-931e-c1e060172b43","usn":2,"type":"Success","message":"Connected",
         "creationTime":"2017-04-04T00:07:21.3674143-07:00","endTime":"2017-04-04T00:07:25.3952173-07:00",
         "_links":{"jobsessions":{"href":"/v8/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"}}}
        """;

    private static readonly string Before = Good.Replace(GoodId, "00000000-0000-0000-0000-000000000001", StringComparison.Ordinal);
    private static readonly string After = Good.Replace(GoodId, "00000000-0000-0000-0000-000000000003", StringComparison.Ordinal);

    private static readonly string[] Properties = ["id", "usn", "type", "message", "creationTime", "endTime", "_links"];

    private static readonly Dictionary<string, string[]> Unreadable = new()
    {
        ["id"] = ["null", "7", "true", "\"x\"", "\"\"", "{}", "[]", "\"{a6c7a35c-20e1-4cf9-931e-c1e060172b43}\""],
        ["usn"] =
        [
            "null", "\"two\"", "\"2.5\"", "\" 2\"", "\"02\"", "\"\"", "2.5", "true", "9223372036854775808", "-99999999999999999999", "1e300", "{}", "[2]",
        ],
        ["type"] = ["\"Skipped\"", "\"success\"", "\"\"", "7", "0", "false", "{}", "[]"],
        ["message"] = ["7", "true", "{}", "[\"x\"]"],
        ["creationTime"] = ["null", "7", "\"now\"", "\"2017-13-04T00:07:21Z\"", "{}", "[]"],
        ["endTime"] = ["7", "\"now\"", "false", "{}", "[]"],
        ["_links"] = ["7", "\"x\"", "true", "[]"],
    };

    private static IEnumerable<TestCaseData> UnreadableValues() =>
        Unreadable.SelectMany(entry => entry.Value.Select(value => new TestCaseData(entry.Key, value)));

    [TestCaseSource(nameof(UnreadableValues))]
    public async Task GetLogItemsAsync_UnreadableValue_LosesThatValueOnly(string property, string value)
    {
        var items = await ReadAsync(With(property, value));
        var item = items[1];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(3));
            AssertIsGood(items[0], except: "id");
            AssertIsGood(item, except: property);
            AssertIsGood(items[2], except: "id");
            Assert.That(item.Issues.Select(issue => issue.Property), Is.EqualTo(new[] { property }));
            Assert.That(JsonNode.DeepEquals(ToNode(item.Issues[0].Value), JsonNode.Parse(value)), Is.True, "the value is kept as it was");
        }
    }

    [Test]
    public async Task GetLogItemsAsync_AbsentProperty_LosesThatValueOnly([ValueSource(nameof(Properties))] string property)
    {
        var node = JsonNode.Parse(Good)!.AsObject();
        node.Remove(property);
        var items = await ReadAsync(node.ToJsonString());
        using (Assert.EnterMultipleScope())
        {
            AssertIsGood(items[1], except: property);
            AssertIsGood(items[2], except: "id");
            Assert.That(items[1].Issues, Is.Empty);
        }
    }

    [Test]
    public async Task GetLogItemsAsync_EveryValueUnreadable_DeliversTheItemWithAllIssues()
    {
        var node = new JsonObject();
        foreach (var (property, values) in Unreadable)
        {
            node[property] = JsonNode.Parse(values[^1]);
        }

        var items = await ReadAsync(node.ToJsonString());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items[1].Issues.Select(issue => issue.Property), Is.EquivalentTo(Properties));
            Assert.That(items[1].Level, Is.EqualTo(LogItemLevel.Unknown));
            AssertIsGood(items[2], except: "id");
        }
    }

    [Test]
    public async Task GetLogItemsAsync_ElementThatIsNoObject_LeavesAnEmptyItemThatSaysSo([Values("null", "7", "\"x\"", "[]", "false")] string element)
    {
        var items = await ReadAsync(element);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items, Has.Count.EqualTo(3));
            Assert.That(items[1].Issues.Select(issue => issue.Property), Is.EqualTo(new[] { "" }));
            Assert.That(JsonNode.DeepEquals(ToNode(items[1].Issues[0].Value), JsonNode.Parse(element)), Is.True);
            AssertIsGood(items[2], except: "id");
        }
    }

    [TestCase("""{"self":null,"jobsessions":{"href":"/v8/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"}}""", "_links.self")]
    [TestCase("""{"self":"/x","jobsessions":{"href":"/v8/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"}}""", "_links.self")]
    [TestCase("""{"self":{"href":7},"jobsessions":{"href":"/v8/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"}}""", "_links.self.href")]
    public async Task GetLogItemsAsync_UnreadableLink_LosesThatLinkOnly(string links, string issue)
    {
        var items = await ReadAsync(With("_links", links));
        using (Assert.EnterMultipleScope())
        {
            AssertIsGood(items[1], except: null);
            Assert.That(items[1].Issues.Select(found => found.Property), Is.EqualTo(new[] { issue }));
        }
    }

    [TestCase("7")]
    [TestCase("true")]
    [TestCase("{}")]
    [TestCase("[\"[Success] x\"]")]
    public async Task GetLogItemsAsync_UnreadableTitle_LosesThatValueOnly(string value)
    {
        using var client = StubServer.Answering(
            $$"""[{"id":"{{GoodId}}","usn":2,"title":{{value}},"creationTime":"2017-04-04T00:07:21.3674143-07:00"}]""");
        var item = (await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(item.Usn, Is.EqualTo(2));
            Assert.That((item.Level, item.Text), Is.EqualTo((LogItemLevel.Unknown, "")));
            Assert.That(item.Issues.Select(issue => issue.Property), Is.EqualTo(new[] { "title" }));
        }
    }

    [TestCase("v8-log-items.json", ApiVersion.V7)]
    [TestCase("v8-log-items.json", ApiVersion.V2)]
    [TestCase("v6-log-items.json", ApiVersion.V8)]
    [TestCase("v2-log-items.json", ApiVersion.V8)]
    public async Task GetLogItemsAsync_BodyOfAnotherVersion_IsReadAllTheSame(string example, ApiVersion version)
    {
        using var client = StubServer.Answering(Repository.Example(example), version);
        var first = await client.GetLogItemsAsync(StubServer.SessionId).FirstAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Usn, first.Level, first.Text), Is.EqualTo((1, LogItemLevel.Success, "Connected to organization")));
            Assert.That(first.Issues, Is.Empty);
        }
    }

    [Test]
    public async Task GetLogItemsAsync_PageFieldsUnreadable_DeliversTheItems()
    {
        using var client = StubServer.Answering($$"""{"offset":"x","limit":null,"setId":5,"results":[{{Good}}],"_links":7}""", ApiVersion.V8);
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        AssertIsGood(items.Single(), except: null);
    }

    private static string With(string property, string value)
    {
        var node = JsonNode.Parse(Good)!.AsObject();
        node[property] = JsonNode.Parse(value);
        return node.ToJsonString();
    }

    private static async Task<List<LogItem>> ReadAsync(string middle)
    {
        using var client = StubServer.Answering($$"""{"offset":0,"limit":30,"results":[{{Before}},{{middle}},{{After}}],"_links":{ } }""", ApiVersion.V8);
        return await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
    }

    private static void AssertIsGood(LogItem item, string? except)
    {
        var read = new Dictionary<string, (object? Actual, object? Expected)>
        {
            ["id"] = (item.Id, Guid.Parse(GoodId)),
            ["usn"] = (item.Usn, 2),
            ["type"] = (item.Level, LogItemLevel.Success),
            ["message"] = (item.Text, "Connected"),
            ["creationTime"] = (item.StartedAt?.ToString("O"), "2017-04-04T00:07:21.3674143-07:00"),
            ["endTime"] = (item.EndedAt?.ToString("O"), "2017-04-04T00:07:25.3952173-07:00"),
            ["_links"] = (item.Links.GetValueOrDefault("jobsessions")?.Path, "/JobSessions/be376069-2865-4156-a9bc-825cef7d687e"),
        };
        foreach (var (property, (actual, expected)) in read.Where(entry => entry.Key != except))
        {
            Assert.That(actual, Is.EqualTo(expected), property);
        }
    }

    private static JsonNode? ToNode(object? value) => JsonNode.Parse(Newtonsoft.Json.JsonConvert.SerializeObject(value));
}

using System.Globalization;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Newtonsoft.Json.Linq;

namespace LogItems.Export.Tests.Otlp.Dashboard;

/// <summary>The export of a server to a receiver that is not ours, read back from there.</summary>
public class DashboardTests
{
    private static readonly Dictionary<string, int> Severities = new() { ["Running"] = 5, ["Success"] = 9, ["Warning"] = 13, ["Error"] = 17 };

    private AspireDashboard _dashboard = null!;

    [OneTimeSetUp]
    public async Task OneTimeSetUp() => _dashboard = await AspireDashboard.StartAsync();

    [OneTimeTearDown]
    public async Task OneTimeTearDown() => await _dashboard.DisposeAsync();

    // Its HTTP endpoint does not support gzip: findings/aspire-dashboard-otlp-http-gzip.sh.
    [TestCase(OtlpProtocol.HttpProtobuf, false)]
    [TestCase(OtlpProtocol.Grpc, false)]
    [TestCase(OtlpProtocol.Grpc, true)]
    public async Task RunOnceAsync_SessionThatEnds_IsInTheDashboard(OtlpProtocol protocol, bool useCompression)
    {
        var name = $"{protocol} {useCompression}";
        var session = RunningSession();
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await using var sink = new OtlpSink(new OtlpSinkOptions
        {
            Endpoint = _dashboard.Address(protocol), Protocol = protocol, UseCompression = useCompression, MaxRequestSize = 20_000,
        });
        using var folder = new TemporaryFolder();
        var running = session.Items[^1];

        var first = await RunOnceAsync();
        session.UpdateItem(running with { Type = "Success", EndTime = running.CreationTime.AddSeconds(3) });
        session.Finish("Failed", ExportServers.Night.AddHours(1));
        var second = await RunOnceAsync();

        Assert.That((first.Items, second.Items, second.Failure), Is.EqualTo((181, 1, (Exception?)null)));
        var logs = Records(await _dashboard.QueryAsync("logs?limit=10000"), "resourceLogs", "scopeLogs", "logRecords", name);
        Assert.That(logs.Select(Describe), Is.EquivalentTo(session.Items.Append(running).Select(Describe)));
        AssertSpans(Records(await _dashboard.QueryAsync("spans?limit=10000"), "resourceSpans", "scopeSpans", "spans", name), session, logs);

        async Task<PollResult> RunOnceAsync()
        {
            await using var store = SqliteCheckpointStore.Open(folder.File("checkpoints.db"));
            return (await sink.RunOnceAsync(store, null, ExportServers.Of(server, name)))[name];
        }
    }

    private static void AssertSpans(List<JToken> spans, FakeSession session, List<JToken> logs)
    {
        var root = spans.Single(span => span["parentSpanId"] is null);
        Assert.That(
            spans.Where(span => span != root)
                .Select(span => (Text(span, "logitems.text"), (string?)span["startTimeUnixNano"], (string?)span["endTimeUnixNano"], Status(span))),
            Is.EquivalentTo(
                session.Items.Select(item => (item.Message, Nanoseconds(item.CreationTime), Nanoseconds(item.EndTime!.Value), item.Type == "Error" ? 2 : 0))));
        Assert.That(
            (Text(root, "logitems.session.status"), (string?)root["startTimeUnixNano"], (string?)root["endTimeUnixNano"], Status(root)),
            Is.EqualTo(("Failed", Nanoseconds(session.CreationTime), Nanoseconds(session.EndTime!.Value), 2)));
        Assert.That(spans.Where(span => span != root).Select(span => (string?)span["parentSpanId"]), Is.All.EqualTo((string?)root["spanId"]));
        Assert.That(spans.Concat(logs).Select(record => (string?)record["traceId"]).Distinct().Count(), Is.EqualTo(1), "one trace");
        Assert.That(
            logs.Select(log => (string?)log["spanId"]).Distinct(),
            Is.EquivalentTo(spans.Where(span => span != root).Select(span => (string?)span["spanId"])));
    }

    private static FakeSession RunningSession()
    {
        var session = new FakeSessionBuilder(ExportServers.Night.AddTicks(1_234_567));
        for (var number = 0; number < 60; number++)
        {
            session.Success($"Processing mailbox: user{number}@contoso.com", TimeSpan.FromTicks(12_345_671))
                .Warning($"Processing mailbox user{number}@contoso.com finished with warning: 日本語 {number}")
                .Error($"Processing site: Site {number} failed");
        }

        return session.Running("Processing team: Sales").Build();
    }

    /// <summary>The records of one server.</summary>
    private static List<JToken> Records(JObject answer, string servers, string scopes, string records, string name) =>
    [
        .. answer["data"]![servers]!
            .Where(server => Text(server["resource"]!, "service.instance.id") == name)
            .Where(server => Text(server["resource"]!, "logitems.label.customer") == "Contoso")
            .SelectMany(server => server[scopes]!)
            .SelectMany(scope => scope[records]!),
    ];

    private static (string? Text, string? Time, int Severity) Describe(JToken log) =>
        ((string?)log["body"]!["stringValue"], (string?)log["timeUnixNano"], (int)log["severityNumber"]!);

    private static (string? Text, string? Time, int Severity) Describe(FakeLogItem item) =>
        (item.Message, Nanoseconds(item.CreationTime), Severities[item.Type]);

    private static int Status(JToken span) => (int?)span["status"]?["code"] ?? 0;

    private static string? Text(JToken record, string key) =>
        (string?)record["attributes"]!.FirstOrDefault(attribute => (string?)attribute["key"] == key)?["value"]!["stringValue"];

    private static string Nanoseconds(DateTimeOffset time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()}{time.Ticks % TimeSpan.TicksPerSecond:0000000}00");
}

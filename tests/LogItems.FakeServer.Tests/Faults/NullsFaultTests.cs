using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Faults;

public sealed class NullsFaultTests
{
    private const int Requests = 25;

    private static readonly FakeSession Session = SyntheticSessions.Create(sessions: 1, items: 20, seed: 3)[0];

    private static IEnumerable<TestCaseData> Lists =>
        from version in VersionSource.All
        from path in new[] { "JobSessions", $"JobSessions/{Session.Id}", Session.ItemsPath(), ItemPath }
        select new TestCaseData(version, path);

    private static string ItemPath => $"{Session.ItemsPath()}/{Session.Items[19].Id}";

    [TestCaseSource(nameof(Lists))]
    public async Task Answer_Nulls_KeepsEveryEntryAndEachBreaksTheContract(ApiVersion version, string path)
    {
        await using var plain = await TestData.ServeAsync(Session);
        await using var server = await FaultServer.StartAsync("nulls:1", Session);
        var right = (await (await RawHttp.LogInAsync(plain, version)).GetAsync(path)).Json;
        var http = await RawHttp.LogInAsync(server, version);
        var validator = new ExchangeValidator(Contract.Views[version.ToPathSegment()]);

        for (var request = 0; request < Requests; request++)
        {
            var answer = await http.GetAsync(path);
            Assert.That(answer.IsComplete, Is.True);
            Assert.That(Ids(answer.Json), Is.EqualTo(Ids(right)));
            var findings = validator.Validate(new Exchange(
                "GET", $"/{version.ToPathSegment()}/{path}", "", (int)answer.Status, answer.Header("Content-Type"), answer.Body));
            Assert.That(findings.Select(finding => finding.RuleId), Is.All.EqualTo(ExchangeRules.SchemaViolation));

            // Up to v5 a list has one of two shapes, and an entry that breaks one of them is told of at the root, too.
            var pointers = findings.Select(finding => finding.Location.Pointer).Where(pointer => pointer.Length > 0).Distinct();
            Assert.That(pointers.Count(), Is.InRange(1, 4));
        }

        Assert.That(server.FaultsInjected[FakeFaultKind.Nulls], Is.EqualTo(Requests));
    }

    [Test]
    public async Task Answer_Nulls_AreNullsOtherTypesAndUnknownWords()
    {
        await using var server = await FaultServer.StartAsync("nulls:1", Session);
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        var items = new List<JsonElement>();
        for (var request = 0; request < 200; request++)
        {
            items.AddRange((await http.GetAsync(Session.ItemsPath())).Json.GetProperty("results").EnumerateArray());
        }

        var types = items.Select(item => item.GetProperty("type")).ToList();
        Assert.That(types.Any(type => type.ValueKind == JsonValueKind.Null), Is.True);
        Assert.That(types.Any(type => type.ValueKind == JsonValueKind.Number), Is.True);
        Assert.That(types.Any(type => type.ValueKind == JsonValueKind.String && type.GetString() == "Unheard"), Is.True);
        Assert.That(items.Any(item => item.GetProperty("usn").ValueKind == JsonValueKind.String), Is.True);
        Assert.That(items.Any(item => item.GetProperty("creationTime").ValueKind == JsonValueKind.Null), Is.True);
    }

    [Test]
    public async Task Answer_WithoutEntries_IsRightAndDoesNotCount(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV6))] ApiVersion version)
    {
        var session = TestData.Session(items: 0);
        await using var server = await FaultServer.StartAsync("nulls:1", session);
        var http = await RawHttp.LogInAsync(server, version);

        var list = await http.GetAsync(session.ItemsPath());
        var instance = await http.GetAsync("ServiceInstance");

        Assert.That(list.Json.GetProperty("results").GetArrayLength(), Is.Zero);
        Assert.That(instance.Json.Names(), Is.EqualTo(new[] { "installationId", "version" }));
        Assert.That(server.FaultsInjected[FakeFaultKind.Nulls], Is.Zero);
    }

    private static List<string?> Ids(JsonElement json) => json.ValueKind == JsonValueKind.Array
        ? [.. json.Texts("id")]
        : json.TryGetProperty("results", out var results) ? [.. results.Texts("id")] : [json.GetProperty("id").GetString()];
}

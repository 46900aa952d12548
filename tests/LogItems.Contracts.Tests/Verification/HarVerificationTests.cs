using System.Text;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Recording;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;
using LogItems.FakeServer;

namespace LogItems.Contracts.Tests.Verification;

public class HarVerificationTests
{
    private const string Url = "https://host:4443/v8/JobSessions";

    [Test]
    public async Task Run_RecordedVerification_FindsOnlyTheQueriesThatWereBadOnPurpose()
    {
        await using var server = await VerifiedServer.StartAsync("v8");
        using var recorder = new HarRecorder { InnerHandler = new SocketsHttpHandler { UseProxy = false } };
        var live = await server.VerifyAsync(through: recorder);
        using var stream = new MemoryStream();
        recorder.Save(stream);

        var result = HarVerification.Run(Load(Encoding.UTF8.GetString(stream.ToArray())), OurContract.Views);

        Assert.That(result.Exchanges, Is.EqualTo(live.Exchanges));
        Assert.That(result.Findings.Select(finding => finding.RuleId).Distinct(), Is.EqualTo([ExchangeRules.InvalidParameter]));
        Assert.That(
            result.Coverage.Missing.Select(item => item.Name).Intersect(live.Coverage.Items.Where(item => item.IsCovered).Select(item => item.Name)),
            Is.Empty);
    }

    [Test]
    public async Task Run_RecordedFaults_AreFound()
    {
        await using var server = await VerifiedServer.StartAsync("v7", FakeFault.Parse("nulls:0.5"));
        using var recorder = new HarRecorder { InnerHandler = new SocketsHttpHandler { UseProxy = false } };
        await server.VerifyAsync(through: recorder);
        using var stream = new MemoryStream();
        recorder.Save(stream);

        var result = HarVerification.Run(Load(Encoding.UTF8.GetString(stream.ToArray())), OurContract.Views);

        var faulty = server.Server.Requests.Count(request => request.Fault is not null);
        var found = result.Findings.Where(finding => finding.RuleId == ExchangeRules.SchemaViolation).Select(finding => finding.Location.File).Distinct();
        Assert.That(found.Count(), Is.EqualTo(faulty));
    }

    [Test]
    public void Run_ManyValuesAgainstABadPattern_SharesOneBudget()
    {
        var contract = Fixture.Parse(
            """
            openapi: '3.0.3'
            info: {title: T, version: '1'}
            paths: {/a: {get: {responses: {'200': {description: d, content: {application/json: {schema: {
              type: array, items: {anyOf: [{type: string, pattern: '^(a+)+$'}, {type: integer}]}}}}}}}}}
            """);
        // What v8 sends matches at once: there, only a pattern that was given up for v7 too takes too long.
        var entries = new[] { ("v7", $"{new string('a', 40)}!"), ("v8", "aaa") }.Select(entry => $$"""
            {"request":{"method":"GET","url":"https://h/{{entry.Item1}}/a"},
             "response":{"status":200,"content":{"mimeType":"application/json","text":"[{{Values(entry.Item2)}}]"} } }
            """);
        var har = $"{{\"log\":{{\"entries\":[{string.Join(',', entries)}]}}}}";

        var result = HarVerification.Run(Load(har), new Dictionary<string, ContractDocument> { ["v7"] = contract, ["v8"] = contract });

        Assert.That(result.Findings.Count(finding => finding.Message.Contains("took too long", StringComparison.Ordinal)), Is.EqualTo(400));

        static string Values(string value) => string.Join(',', Enumerable.Repeat($"\\\"{value}\\\"", 200));
    }

    [TestCase("""{"status":200,"content":{"mimeType":"application/json","text":"{\"results\":[]}"}}""", new string[0], 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","text":"{\"results\":"}}""", new[] { "body-not-json" }, 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","text":"/w==","encoding":"base64"}}""", new[] { "body-not-json" }, 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","text":"?","encoding":"base64"}}""", new[] { "undecodable-body" }, 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","text":"AAAA","encoding":"rot13"}}""", new[] { "undecodable-body" }, 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"image/png","text":"iVBORw0KGgo=","encoding":"base64"}}""", new[] { "unexpected-media-type" }, 0)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","size":900}}""", new string[0], 1)]
    [TestCase("""{"status":200,"content":{"mimeType":"application/json","size":0}}""", new[] { "missing-body" }, 0)]
    [TestCase("""{"status":200,"headers":[{"name":"content-type","value":"text/html"}],"content":{"mimeType":"application/json","text":"<p>"}}""",
        new[] { "unexpected-media-type" }, 0)]
    [TestCase("""{"\ud800":1,"status":200,"content":{"\ud800":1,"mimeType":"application/json","text":"{\"\\ud800\":1,\"results\":[]}"}}""",
        new[] { "undocumented-property" }, 0)]
    [TestCase("""{"status":418}""", new[] { "undocumented-status" }, 1)]
    [TestCase("""{"status":0,"content":{}}""", new string[0], 1)]
    [TestCase("""{"status":"200"}""", new string[0], 1)]
    [TestCase("""{}""", new string[0], 1)]
    [TestCase("null", new string[0], 1)]
    [TestCase("3", new string[0], 1)]
    [TestCase("""{"status":200,"headers":{},"content":[]}""", new string[0], 1)]
    [TestCase("""{"status":200,"headers":[3,{"name":4}],"content":{"text":7,"mimeType":8}}""", new string[0], 1)]
    public void Run_AnswerOfAnyShape_IsJudgedOrSkipped(string response, string[] rules, int notes)
    {
        var result = HarVerification.Run(
            Load($$"""{"log":{"entries":[{"request":{"method":"GET","url":"{{Url}}"},"response": {{response}} } ] } }"""), OurContract.Views);

        Assert.That(result.Findings.Select(finding => finding.RuleId).Distinct(), Is.EquivalentTo(rules));
        Assert.That(result.Notes, Has.Count.EqualTo(notes));
    }

    [TestCase("""{"method":"GET","url":"https://cdn.example/app.js"}""")]
    [TestCase("""{"method":"GET","url":"not an address"}""")]
    [TestCase("""{"method":"","url":"https://host/v8/JobSessions"}""")]
    [TestCase("""{"url":"https://host/v8/JobSessions"}""")]
    [TestCase("null")]
    public void Run_RequestThatNoContractIsAbout_IsSkippedWithANote(string request)
    {
        var result = HarVerification.Run(Load($$"""{"log":{"entries":[{"request":{{request}},"response": { "status": 200 } } ] } }"""), OurContract.Views);

        Assert.That((result.Exchanges, result.Notes.Count, result.Findings.Count), Is.EqualTo((0, 1, 0)));
    }

    [Test]
    public void RequireCoverage_NothingJudged_IsNotEnough()
    {
        var result = HarVerification.Run(Load("""{"log":{"entries":[]}}"""), OurContract.Views).RequireCoverage(0.01);

        Assert.That(result.Findings.Single().RuleId, Is.EqualTo(VerificationRules.InsufficientCoverage));
    }

    [Test]
    public void Run_SeveralVersions_AreJudgedByTheirOwnContracts()
    {
        const string Har = """
            {"log":{"entries":[
              {"request":{"method":"GET","url":"https://host/v5/ServiceInstance"},"response":{"status":401}},
              {"request":{"method":"GET","url":"https://host/V6/serviceinstance"},"response":{"status":401}}]}}
            """;

        var result = HarVerification.Run(Load(Har), OurContract.Views);

        Assert.That(result.Findings.Select(finding => (finding.RuleId, finding.Location.File)), Is.EqualTo([
            ("undocumented-operation", "traffic.har entry 0: GET /v5/ServiceInstance (401)")]));
        Assert.That(result.Coverage.Items.Select(item => item.Name), Does.Contain("v6 GET /ServiceInstance 401"));
    }

    [TestCase("", "traffic.har")]
    [TestCase("{\"log\":\n  {]}", "traffic.har:2:4")]
    [TestCase("[]", "traffic.har")]
    [TestCase("{\"log\":{\"entries\":{}}}", "traffic.har")]
    [TestCase("\u0000\u0001", "traffic.har:1:")]
    public void Load_NoHar_SaysWhere(string text, string place)
    {
        Assert.That(() => Load(text), Throws.TypeOf<ContractLoadException>().With.Message.Contains($"{place}"));
    }

    [Test]
    public void Condense_SameFindingOfManyItems_IsOne()
    {
        var items = string.Join(',', Enumerable.Range(1, 50).Select(usn =>
            $"{{\\\"id\\\":\\\"{Guid.NewGuid()}\\\",\\\"usn\\\":{usn},\\\"creationTime\\\":\\\"2026-11-01T00:00:00Z\\\",\\\"added\\\":1}}"));
        var har = $$$"""
            {"log":{"entries":[{"request":{"method":"GET","url":"{{{Url}}}/be376069-2865-4156-a9bc-825cef7d687e/LogItems"},
              "response":{"status":200,"content":{"mimeType":"application/json","text":"{\"results\":[{{{items}}}]}"} } } ] } }
            """;

        var findings = HarVerification.Run(Load(har), OurContract.Views).Findings;

        Assert.That(findings, Has.Count.EqualTo(50));
        Assert.That(CondensedFindings.Of(findings).Single().Message, Does.EndWith("(And 49 more like it.)"));
    }

    private static HarFile Load(string text) => HarFile.Load(new MemoryStream(Encoding.UTF8.GetBytes(text)), "traffic.har");
}

using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Tests.Support;
using LogItems.Contracts.Verification;
using LogItems.FakeServer;

namespace LogItems.Contracts.Tests.Verification;

public class ServerVerificationTests
{
    [TestCaseSource(typeof(ContractVersions), nameof(ContractVersions.All))]
    public async Task RunAsync_RightServer_FindsNothingAndMeetsEveryOperation(string version)
    {
        await using var server = await VerifiedServer.StartAsync(version);

        var result = await server.VerifyAsync();

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Notes, Is.Empty);
        Assert.That(result.Coverage.Of(CoverageKind.Operation), Is.EqualTo(1));
        Assert.That(result.Coverage.Of(CoverageKind.Parameter), Is.EqualTo(1));
        Assert.That(result.Exchanges, Is.EqualTo(server.Server.Requests.Count));
    }

    [Test]
    public async Task RunAsync_FaultyServer_FindsEveryFault(
        [ValueSource(typeof(ContractVersions), nameof(ContractVersions.All))] string version,
        [ValueSource(typeof(FakeFault), nameof(FakeFault.KindNames))] string kind)
    {
        await using var server = await VerifiedServer.StartAsync(version, FakeFault.Parse($"{kind}:0.3"));

        var result = await server.VerifyAsync();

        var faulty = server.Server.Requests.Where(request => request.Fault is not null).ToLookup(LineOf);
        var found = result.Findings.ToLookup(finding => finding.Location.File.Split(" (")[0]);
        Assert.That(faulty, Is.Not.Empty);
        Assert.That(faulty.Where(request => found[request.Key].Count() < request.Count()).Select(request => request.Key), Is.Empty);
        Assert.That(found.Select(group => group.Key).Except(faulty.Select(request => request.Key)), Is.Empty);
    }

    [Test]
    public async Task RunAsync_EveryRequest_ReadsOnly()
    {
        await using var server = await VerifiedServer.StartAsync("v8");

        await server.VerifyAsync();

        Assert.That(
            server.Server.Requests.Where(request => request.Method != "GET").Select(LineOf), Is.EqualTo(["POST /v8/token"]));
    }

    [Test]
    public async Task RunAsync_BadRequests_AreOfEveryKind()
    {
        await using var server = await VerifiedServer.StartAsync("v8");

        await server.VerifyAsync();

        var refused = server.Server.Requests.Where(request => request.Status >= 400).ToList();
        Assert.That(refused.Select(request => request.Status).Distinct(), Is.EquivalentTo([400, 401, 404]));
        Assert.That(refused.Select(request => request.Query).Distinct(), Is.SupersetOf(["?limit=0", "?limit=10001", "?offset=-1"]));
    }

    [Test]
    public async Task RunAsync_Rate_IsKept()
    {
        await using var server = await VerifiedServer.StartAsync("v2");

        var result = await server.VerifyAsync(rate: 4);

        Assert.That(server.Clock.Leapt, Is.EqualTo(TimeSpan.FromSeconds((result.Exchanges - 1) / 4.0)));
    }

    [Test]
    public async Task RunAsync_NoIdentifierKnown_SaysSoAndTriesTheBadRequests()
    {
        await using var server = await VerifiedServer.StartWithoutRetrievalAsync("v8");

        var result = await server.VerifyAsync(withRetrieval: false);

        Assert.That(result.Findings, Is.Empty);
        Assert.That(result.Notes, Has.Some.Contains("/DataRetrievalSessions/{sessionId}/LogItems"));
        Assert.That(result.Coverage.Items.Single(item => item.Name == "GET /DataRetrievalSessions/{sessionId}/LogItems 404").IsCovered, Is.True);
    }

    [Test]
    public async Task RunAsync_WrongPassword_IsRefused()
    {
        await using var server = await VerifiedServer.StartAsync("v8");

        Assert.That(() => server.VerifyAsync(username: "nobody"), Throws.TypeOf<VerificationException>());
    }

    [Test]
    public async Task RunAsync_TokenOperationThatAlwaysFails_IsGivenUp()
    {
        await using var server = await VerifiedServer.StartAsync("v8", FakeFault.Parse("503:1"));

        Assert.That(() => server.VerifyAsync(), Throws.TypeOf<VerificationException>().With.Message.Contains("5 attempts"));
        Assert.That(server.Server.Requests, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task RunAsync_TokenThatIsNone_IsFoundAtEveryGoodRequest()
    {
        await using var server = await VerifiedServer.StartAsync("v8");

        var result = await server.VerifyAsync(token: "none");

        Assert.That(result.Findings.Select(finding => finding.RuleId).Distinct(), Is.EqualTo([VerificationRules.UnexpectedStatus]));
    }

    [Test]
    public void RunAsync_NoServer_CannotBeReached()
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri("http://127.0.0.1:9/v8/") };

        Assert.That(
            () => ServerVerification.RunAsync(http, OurContract.Views["v8"], new VerificationOptions()),
            Throws.InstanceOf<HttpRequestException>());
    }

    private static string LineOf(FakeRequest request) => $"{request.Method} {request.Path}";
}

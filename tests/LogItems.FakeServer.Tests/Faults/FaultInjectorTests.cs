using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Faults;

public sealed class FaultInjectorTests
{
    private static readonly FakeFault[] EveryKind = [.. FakeFault.KindNames.Select(name => FakeFault.Parse($"{name}:0.08"))];

    [Test]
    public async Task Faults_SameSeed_MeetTheSameRequestsWhateverIsAsked()
    {
        var first = await RunAsync(seed: 11, path: "JobSessions");
        var second = await RunAsync(seed: 11, path: $"JobSessions/{SeedSessions.V3SessionId}/LogItems");
        var other = await RunAsync(seed: 12, path: "JobSessions");

        Assert.That(second, Is.EqualTo(first));
        Assert.That(other, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Faults_Rates_AreTheShareOfTheRequests()
    {
        var met = await RunAsync(seed: 1, path: "JobSessions", requests: 1_000);

        // 80 of 1,000 expected for each kind and 200 for none; four standard deviations are 34 and 51.
        foreach (var kind in Enum.GetValues<FakeFaultKind>())
        {
            Assert.That(met.Count(fault => fault == kind), Is.EqualTo(80).Within(34), kind.ToString());
        }

        Assert.That(met.Count(fault => fault is null), Is.EqualTo(200).Within(51));
    }

    [Test]
    public async Task FaultsInjected_AfterRequests_CountsWhatTheRequestsSay()
    {
        await using var server = await StartAsync(seed: 5);
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
        for (var request = 0; request < 100; request++)
        {
            await http.GetAsync("JobSessions");
        }

        var noted = server.Requests.Select(request => request.Fault).OfType<FakeFaultKind>().CountBy(fault => fault)
            .ToDictionary(pair => pair.Key, pair => (long)pair.Value);
        Assert.That(server.FaultsInjected.Where(pair => pair.Value > 0), Is.EquivalentTo(noted));
        Assert.That(server.FaultsInjected.Keys, Is.EquivalentTo(Enum.GetValues<FakeFaultKind>()));
        Assert.That(server.Requests, Has.Count.EqualTo(101));
    }

    [Test]
    public async Task Faults_RequestsWithoutAGoodToken_AreAnsweredAsUsual()
    {
        await using var server = await FaultServer.StartAsync("500:1", TestData.Session(items: 1));

        var answer = await new RawHttp(server, ApiVersion.V8, "wrong").GetAsync("ServiceInstance");
        var unserved = await new RawHttp(server, ApiVersion.V5).GetAsync("ServiceInstance");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(unserved.Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(server.FaultsInjected.Values, Is.All.Zero);
    }

    [TestCase("500", ExpectedResult = 500)]
    [TestCase("503", ExpectedResult = 503)]
    [TestCase("429", ExpectedResult = 429)]
    [TestCase("html502", ExpectedResult = 502)]
    [TestCase("reset", ExpectedResult = 0)]
    [TestCase("truncate", ExpectedResult = 200)]
    [TestCase("empty401", ExpectedResult = 200)]
    [TestCase("slow", ExpectedResult = 200)]
    [TestCase("garbage", ExpectedResult = 200)]
    [TestCase("nulls", ExpectedResult = 200)]
    public async Task<int> Faults_AtToken_OnlyThoseThatAServiceInTroubleHas(string kind)
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Faults = [FakeFault.Parse($"{kind}:1")] });

        var answer = await new RawHttp(server, ApiVersion.V8).LogInAsync();

        Assert.That(answer.IsReset, Is.EqualTo(kind == "reset"));
        Assert.That(answer.IsReset || answer.IsComplete, Is.True);
        return answer.IsReset ? 0 : (int)answer.Status;
    }

    [Test]
    public async Task FaultsAtToken_False_TokensAreHandedOutAndEnded()
    {
        await using var server = await FaultServer.StartAsync("503:1", TestData.Session(items: 1));

        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
        var answer = await http.PostAsync("token/logout");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    private static async Task<List<FakeFaultKind?>> RunAsync(int seed, string path, int requests = 100)
    {
        await using var server = await StartAsync(seed);
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
        for (var request = 0; request < requests; request++)
        {
            await http.GetAsync(path);
        }

        return [.. server.Requests.Skip(1).Select(request => request.Fault)];
    }

    private static Task<FakeLogItemsServer> StartAsync(int seed) => FakeLogItemsServer.StartAsync(new FakeServerOptions
    {
        Faults = EveryKind,
        FaultSeed = seed,
        FaultsAtToken = false,
        SlowDuration = TimeSpan.Zero,
    });
}

using System.Net;
using LogItems.FakeServer.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.FakeServer.Tests.Faults;

public sealed class ErrorFaultTests
{
    [Test]
    public async Task Answer_Status_ComesWithTheVersionsErrorBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version, [Values(500, 503, 429)] int status)
    {
        var session = TestData.Session(items: 3);
        await using var server = await FaultServer.StartAsync($"{status}:1", session);
        var http = await RawHttp.LogInAsync(server, version);

        foreach (var path in new[] { "JobSessions", $"JobSessions/{session.Id}", session.ItemsPath() })
        {
            var answer = await http.GetAsync(path);

            Assert.That((int)answer.Status, Is.EqualTo(status));
            Assert.That(answer.IsComplete, Is.True);
            Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
            Assert.That(answer.Json.Names(), Is.EqualTo(Fields(version, status)));
        }
    }

    [TestCase(ApiVersion.V7)]
    [TestCase(ApiVersion.V8)]
    public async Task Answer_500_NamesTheErrorCodeThatBothVersionsKnow(ApiVersion version)
    {
        await using var server = await FaultServer.StartAsync("500:1", TestData.Session(items: 0));
        var http = await RawHttp.LogInAsync(server, version);

        var answer = await http.GetAsync("JobSessions");

        Assert.That(answer.Json.GetProperty("errorCode").GetString(), Is.EqualTo("ProxyOffline"));
        Assert.That(answer.Header("Retry-After"), Is.Null);
    }

    [TestCase(503)]
    [TestCase(429)]
    public async Task Answer_RetryAfter_IsInTurnsSecondsAndADate(int status)
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 2, 28, 23, 59, 30, TimeSpan.Zero));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Faults = [FakeFault.Parse($"{status}:1")],
            FaultsAtToken = false,
            RetryAfter = TimeSpan.FromSeconds(44.1),
            TimeProvider = clock,
        });
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        var values = new List<string?>();
        for (var request = 0; request < 3; request++)
        {
            values.Add((await http.GetAsync("JobSessions")).Header("Retry-After"));
        }

        Assert.That(values, Is.EqualTo(new[] { "45", "Sun, 01 Mar 2026 00:00:15 GMT", "45" }));
    }

    [Test]
    public async Task Answer_Html502_IsAProxysPage()
    {
        await using var server = await FaultServer.StartAsync("html502:1", TestData.Session(items: 1));
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        var answer = await http.GetAsync("JobSessions");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.BadGateway));
        Assert.That(answer.Header("Content-Type"), Is.EqualTo("text/html"));
        Assert.That(answer.IsComplete, Is.True);
        Assert.That(answer.BodyText, Does.StartWith("<html>").And.Contains("502 Bad Gateway"));
    }

    [Test]
    public async Task Answer_Empty401_IsWhatAWrongTokenGets()
    {
        await using var server = await FaultServer.StartAsync("empty401:1", TestData.Session(items: 1));
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        var answer = await http.GetAsync("JobSessions");
        var wrongToken = await new RawHttp(server, ApiVersion.V8, "wrong").GetAsync("JobSessions");

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(answer.Body, Is.Empty);
        Assert.That(answer.Header("WWW-Authenticate"), Is.EqualTo(wrongToken.Header("WWW-Authenticate")));
        Assert.That(server.FaultsInjected[FakeFaultKind.Empty401], Is.EqualTo(1));
    }

    private static string[] Fields(ApiVersion version, int status) => version switch
    {
        ApiVersion.V8 => ["message", "errorCode", "stackTrace"],
        ApiVersion.V7 when status == 500 => ["message", "errorCode"],
        _ => ["message"],
    };
}

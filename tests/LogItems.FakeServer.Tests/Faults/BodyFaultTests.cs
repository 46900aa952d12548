using System.Net;
using System.Text.Json;
using LogItems.FakeServer.Tests.Support;
using Newtonsoft.Json.Linq;

namespace LogItems.FakeServer.Tests.Faults;

public sealed class BodyFaultTests
{
    private const int Requests = 20;

    [Test]
    public async Task Answer_Truncate_EndsInTheMiddleWithAClosedConnection(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version,
        [Values("http://127.0.0.1:0", "https://127.0.0.1:0")] string url)
    {
        var session = TestData.Session(items: 30);
        await using var server = await FaultServer.StartAsync("truncate:1", session, url: url);
        var http = await RawHttp.LogInAsync(server, version);

        var answers = new List<RawAnswer>();
        for (var request = 0; request < Requests; request++)
        {
            answers.Add(await http.GetAsync(session.ItemsPath()));
        }

        foreach (var answer in answers)
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.IsReset, Is.False);
            Assert.That(answer.IsComplete, Is.False);
            Assert.That(answer.Body, Is.Not.Empty);
            Assert.That(IsJson(answer.Body), Is.False);
        }

        Assert.That(answers.Count(answer => answer.IsChunked), Is.InRange(4, Requests - 4));
        Assert.That(answers.Where(answer => !answer.IsChunked).Select(answer => answer.DeclaredLength), Is.All.Not.Null);
        Assert.That(answers.Select(answer => answer.Body.Length).Distinct().Count(), Is.GreaterThan(10));
    }

    [Test]
    public async Task Answer_Garbage_IsACompleteBodyThatNoReaderTakesForJson(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session(items: 5);
        await using var server = await FaultServer.StartAsync("garbage:1", session);
        var http = await RawHttp.LogInAsync(server, version);

        foreach (var path in new[] { "JobSessions", session.ItemsPath(), $"{session.ItemsPath()}/{session.Items[0].Id}" })
        {
            for (var request = 0; request < Requests; request++)
            {
                var answer = await http.GetAsync(path);

                Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
                Assert.That(answer.Header("Content-Type"), Is.EqualTo("application/json; charset=utf-8"));
                Assert.That(answer.IsComplete, Is.True);
                Assert.That(IsJson(answer.Body), Is.False, answer.BodyText);
                Assert.That(() => JToken.Parse(answer.BodyText), Throws.InstanceOf<Newtonsoft.Json.JsonException>());
            }
        }
    }

    [Test]
    public async Task Answer_Slow_IsTheRightBodyInTheTimeSet(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV6))] ApiVersion version)
    {
        var session = TestData.Session(items: 30);
        var clock = new InstantTimeProvider();
        await using var plain = await TestData.ServeAsync(session);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions
        {
            Sessions = [session],
            Faults = [FakeFault.Parse("slow:1")],
            FaultsAtToken = false,
            SlowDuration = TimeSpan.FromMinutes(9),
            TimeProvider = clock,
        });
        var right = await (await RawHttp.LogInAsync(plain, version)).GetAsync(session.ItemsPath());
        var http = await RawHttp.LogInAsync(server, version);

        var answer = await http.GetAsync(session.ItemsPath());

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(answer.IsComplete, Is.True);
        Assert.That(answer.BodyText, Is.EqualTo(right.BodyText));
        Assert.That(clock.Delays, Has.Count.EqualTo(9));
        Assert.That(clock.Delays.Sum(delay => delay.TotalSeconds), Is.EqualTo(9 * 60).Within(1));
    }

    [TestCase("truncate")]
    [TestCase("garbage")]
    [TestCase("slow")]
    [TestCase("nulls")]
    public async Task Answer_Error_KeepsItsBodyAndDoesNotCount(string kind)
    {
        await using var server = await FaultServer.StartAsync($"{kind}:1", TestData.Session(items: 1));
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        foreach (var (path, status) in new[] { ("JobSessions?limit=0", 400), ($"JobSessions/{Guid.NewGuid()}", 404) })
        {
            var answer = await http.GetAsync(path);
            Assert.That((int)answer.Status, Is.EqualTo(status));
            Assert.That(answer.Json.Names(), Is.EqualTo(new[] { "message", "errorCode", "stackTrace" }));
        }

        Assert.That(server.FaultsInjected.Values, Is.All.Zero);
        Assert.That(server.Requests.Select(request => request.Fault), Is.All.Null);
    }

    private static bool IsJson(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}

using System.Net;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests.Faults;

public sealed class ResetFaultTests
{
    private const int Requests = 40;

    [Test]
    public async Task Answer_Reset_ComesBeforeTheAnswerInItsHeadersOrInItsBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session(items: 30);
        await using var plain = await TestData.ServeAsync(session);
        await using var server = await FaultServer.StartAsync("reset:1", session);
        var right = (await (await RawHttp.LogInAsync(plain, version)).GetAsync(session.ItemsPath())).Body;
        var http = await RawHttp.LogInAsync(server, version);

        var answers = new List<RawAnswer>();
        for (var request = 0; request < Requests; request++)
        {
            answers.Add(await http.GetAsync(session.ItemsPath()));
        }

        Assert.That(answers.Select(answer => answer.IsReset), Is.All.True);
        var byHeaders = answers.ToLookup(answer => answer.HasHeaders);
        var (whole, half) = (byHeaders[true].ToList(), byHeaders[false].Select(answer => answer.Text).ToList());
        Assert.That(half.Count(text => text.Length == 0), Is.InRange(5, 25), "before the answer");
        Assert.That(
            half.Count(text => text.StartsWith("HTTP/1.1 200 OK\r\n", StringComparison.Ordinal)),
            Is.InRange(5, 25),
            "in the headers");
        Assert.That(whole, Has.Count.InRange(5, 25), "in the body");
        foreach (var answer in whole)
        {
            Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Body, Has.Length.LessThan(answer.DeclaredLength ?? 0));
            if (version > ApiVersion.V5)
            {
                Assert.That(right.AsSpan().StartsWith(answer.Body), Is.True, "what came is the right beginning");
            }
        }
    }

    [Test]
    public async Task Requests_OfResetAnswers_AreNotedWithTheFault()
    {
        await using var server = await FaultServer.StartAsync("reset:1", TestData.Session(items: 3));
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        var whole = new List<bool>();
        for (var request = 0; request < Requests; request++)
        {
            whole.Add((await http.GetAsync("JobSessions")).HasHeaders);
        }

        var noted = server.Requests.Skip(1);
        Assert.That(noted.Select(request => request.Fault), Is.EqualTo(Enumerable.Repeat(FakeFaultKind.Reset, Requests)));
        Assert.That(noted.Select(request => request.Status), Is.EqualTo(whole.Select(headers => headers ? 200 : 0)));
        Assert.That(server.FaultsInjected[FakeFaultKind.Reset], Is.EqualTo(Requests));
    }

    [Test]
    public async Task Answer_SameSeed_IsCutAtTheSameByte([Values("http://127.0.0.1:0", "https://127.0.0.1:0")] string url)
    {
        // Small enough for a window of 64 KB: what a client has not taken in yet is lost with the connection.
        var session = TestData.Session(items: 80);
        var runs = new List<string>();
        for (var run = 0; run < 2; run++)
        {
            await using var server = await FaultServer.StartAsync("reset:1", session, seed: 7, url);
            var http = await RawHttp.LogInAsync(server, ApiVersion.V8);
            var lengths = new List<int>();
            for (var request = 0; request < Requests; request++)
            {
                var answer = await http.GetAsync($"{session.ItemsPath()}?limit=80");
                Assert.That(answer.IsReset, Is.True);
                lengths.Add(answer.Bytes.Length);
            }

            runs.Add(string.Join(' ', lengths));
        }

        Assert.That(runs[1], Is.EqualTo(runs[0]));
        Assert.That(runs[0].Split(' ').Distinct().Count(), Is.GreaterThan(5));
    }
}

using System.Diagnostics;
using System.Text;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeServerOptionsTimingTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task BeforeItem_Holding_EverythingBeforeItHasArrived(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var session = TestData.Session(items: 6);
        var gate = new Gate(at: 3);
        await using var server = await ServeAsync(session, gate);
        using var http = await TestHttp.LogInAsync(server, version);
        using var client = Reader(http);
        using var answer = await client.GetAsync(
            new Uri(http.Root, session.ItemsPath()), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.Content.ReadAsStreamAsync();

        var arrived = await ReadUntilAsync(body, "Operation 3");
        var request = await gate.Reached;

        Assert.That(arrived, Does.Contain("Operation 1").And.Not.Contain("Operation 4"));
        Assert.That(request.Path, Is.EqualTo($"/{version.ToPathSegment()}/{session.ItemsPath()}"));
        Assert.That(gate.Passed, Is.EqualTo(new[] { 0, 1, 2 }));
        gate.Open();
        Assert.That(await ReadUntilAsync(body, "Operation 6"), Does.Contain("Operation 4"));
    }

    [Test]
    public async Task BeforeItem_OfALaterPage_TakesThePlaceInTheList()
    {
        var session = TestData.Session(items: 9);
        var gate = new Gate(at: -1);
        await using var server = await ServeAsync(session, gate);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        await http.GetJsonAsync($"{session.ItemsPath()}?offset=5&limit=3&orderAsc=false");

        Assert.That(gate.Passed, Is.EqualTo(new[] { 5, 6, 7 }));
    }

    [Test]
    public async Task BeforeItem_ReaderGone_ConnectionEndsThoughTheGateStaysShut()
    {
        var session = TestData.Session(items: 6);
        var gate = new Gate(at: 3);
        await using var server = await ServeAsync(session, gate);
        using (var http = await TestHttp.LogInAsync(server, ApiVersion.V8))
        using (var client = Reader(http))
        {
            using var answer = await client.GetAsync(
                new Uri(http.Root, session.ItemsPath()), HttpCompletionOption.ResponseHeadersRead);
            await gate.Reached;
            Assert.That(server.ConnectionsOpen, Is.EqualTo(2));
        }

        Assert.That(() => server.ConnectionsOpen, Is.Zero.After(20).Seconds.PollEvery(10).MilliSeconds);
        Assert.That(gate.Passed, Is.EqualTo(new[] { 0, 1, 2 }));
    }

    [Test]
    public async Task Latency_Set_PutsOffEveryAnswer()
    {
        var latency = TimeSpan.FromMilliseconds(100);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Latency = latency });
        var http = await RawHttp.LogInAsync(server, ApiVersion.V8);

        foreach (var (path, status) in new[] { ("JobSessions", 200), ($"JobSessions/{Guid.NewGuid()}", 404) })
        {
            var watch = Stopwatch.StartNew();
            var answer = await http.GetAsync(path);
            Assert.That((int)answer.Status, Is.EqualTo(status));

            // Timers may be early by the coarseness of the clock.
            Assert.That(watch.Elapsed, Is.GreaterThan(latency - TimeSpan.FromMilliseconds(20)));
        }
    }

    [Test]
    public async Task PrepareResponses_EveryPage_IsTheSameToTheByte(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        var kind = version >= ApiVersion.V6 ? FakeSessionKind.DataRetrieval : FakeSessionKind.Job;
        int[] shuffled = [3, 1, .. Enumerable.Range(4, 30), 2];
        var session = TestData.Session([.. shuffled.Select(usn => TestData.Item(usn))]);
        var empty = TestData.Session(items: 0, kind);
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [session, empty], PrepareResponses = true });
        await using var plain = await TestData.ServeAsync(session, empty);
        var (prepared, written) = (await RawHttp.LogInAsync(server, version), await RawHttp.LogInAsync(plain, version));

        string[] queries =
            ["", "?limit=10", "?offset=10&limit=10", "?offset=32", "?offset=33", "?offset=100", "?orderAsc=false", "?type=Stop"];
        foreach (var query in queries)
        {
            foreach (var path in new[] { session.ItemsPath() + query, empty.ItemsPath() + query })
            {
                var (fast, usual) = (await prepared.GetAsync(path), await written.GetAsync(path));
                Assert.That(fast.IsComplete, Is.True);
                Assert.That(
                    fast.BodyText.Replace(server.BaseAddress.Authority, plain.BaseAddress.Authority, StringComparison.Ordinal),
                    Is.EqualTo(usual.BodyText));
            }
        }
    }

    [Test]
    public async Task PrepareResponses_ItemsChange_TheNextAnswerHasThem(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.FromV3))] ApiVersion version)
    {
        var session = TestData.Session(items: 3);
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [session], PrepareResponses = true });
        using var http = await TestHttp.LogInAsync(server, version);
        await http.GetJsonAsync(session.ItemsPath());

        session.UpdateItem(session.Items[1] with { Usn = 20 });
        session.AddItem(TestData.Item(4));
        var changed = await http.GetJsonAsync(session.ItemsPath());
        session.RemoveItems(0, 1);
        var shrunk = await http.GetJsonAsync(session.ItemsPath());

        Assert.That(changed.GetProperty("results").Usns(), Is.EqualTo(new[] { 1, 20, 3, 4 }));
        Assert.That(shrunk.GetProperty("results").Usns(), Is.EqualTo(new[] { 20, 3, 4 }));
    }

    [Test]
    public async Task PrepareResponses_OtherHostName_LinksNameThatHost()
    {
        var session = TestData.Session(items: 1);
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [session], PrepareResponses = true });
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V5);
        await http.GetJsonAsync(session.ItemsPath());
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(http.Root, session.ItemsPath()));
        request.Headers.Host = "backup.contoso.local:4443";

        var page = await TestHttp.ReadAsync(await http.SendAsync(request));

        Assert.That(page.GetProperty("results")[0].Href("self"), Does.StartWith("http://backup.contoso.local:4443/v5/"));
    }

    [Test]
    public async Task PrepareResponses_WithAGate_TheGateWins()
    {
        var gate = new Gate(at: -1);
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { PrepareResponses = true, BeforeItem = gate.BeforeItem });
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        await http.GetJsonAsync($"JobSessions/{SeedSessions.V3SessionId}/LogItems");

        Assert.That(gate.Passed, Has.Count.EqualTo(5));
    }

    private static Task<FakeLogItemsServer> ServeAsync(FakeSession session, Gate gate) => FakeLogItemsServer.StartAsync(
        new FakeServerOptions { Sessions = [session], BeforeItem = gate.BeforeItem });

    private static HttpClient Reader(TestHttp http)
    {
        // Without it a client that lets go of an answer still waits for the rest of it.
        var client = new HttpClient(new SocketsHttpHandler { ResponseDrainTimeout = TimeSpan.Zero }) { Timeout = Patience };
        client.DefaultRequestHeaders.Authorization = new("Bearer", http.Token);
        return client;
    }

    private static async Task<string> ReadUntilAsync(Stream body, string expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        var text = new StringBuilder();
        var buffer = new byte[256];
        while (!text.ToString().Contains(expected, StringComparison.Ordinal))
        {
            var count = await body.ReadAsync(buffer, patience.Token);
            Assert.That(count, Is.GreaterThan(0), "The body ended too early.");
            text.Append(Encoding.UTF8.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}

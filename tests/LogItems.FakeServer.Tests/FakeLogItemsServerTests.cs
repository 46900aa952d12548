using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeLogItemsServerTests
{
    [Test]
    public async Task StartAsync_Defaults_ListensOnLoopbackWithoutAVersionInTheAddress()
    {
        await using var server = await FakeLogItemsServer.StartAsync();

        Assert.That(server.BaseAddress.AbsoluteUri, Is.EqualTo($"http://127.0.0.1:{server.BaseAddress.Port}/"));
        Assert.That(server.BaseAddress.Port, Is.GreaterThan(0));
    }

    [TestCase("http://localhost:0")]
    [TestCase("http://127.0.0.1:0/")]
    [TestCase("http://127.0.0.2:0")]
    public async Task StartAsync_LoopbackUrl_Starts(string url)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = new Uri(url) });

        Assert.That(server.BaseAddress.IsLoopback, Is.True);
    }

    [TestCase("http://0.0.0.0:0")]
    [TestCase("http://[::]:0")]
    [TestCase("http://192.168.1.10:5000")]
    [TestCase("http://example.com:80")]
    [TestCase("http://localhost.example.com:0")]
    [TestCase("ftp://127.0.0.1:0")]
    [TestCase("https://0.0.0.0:0")]
    [TestCase("relative")]
    [TestCase("http://127.0.0.1:0/v8/")]
    [TestCase("http://demo@127.0.0.1:0")]
    public void StartAsync_OtherUrl_IsRefused(string url)
    {
        var options = new FakeServerOptions { Url = new Uri(url, UriKind.RelativeOrAbsolute) };

        Assert.That(
            () => FakeLogItemsServer.StartAsync(options),
            Throws.ArgumentException.With.Message.Contains("http://127.0.0.1:0"));
    }

    private static IEnumerable<FakeServerOptions> BadOptions =>
    [
        new() { Username = string.Empty },
        new() { Password = string.Empty },
        new() { Versions = [] },
        new() { Versions = [(ApiVersion)9] },
        new() { TokenLifetime = TimeSpan.Zero },
        new() { TokenLifetime = TimeSpan.MaxValue },
        new() { Latency = TimeSpan.FromTicks(-1) },
        new() { Latency = TimeSpan.FromHours(1.01) },
        new() { SlowDuration = TimeSpan.FromTicks(-1) },
        new() { SlowDuration = TimeSpan.FromHours(1.01) },
        new() { RetryAfter = TimeSpan.FromTicks(-1) },
        new() { RetryAfter = TimeSpan.FromDays(1.01) },
        new() { Certificate = (FakeCertificate)9 },
        new() { Faults = [new FakeFault((FakeFaultKind)99, 0.1)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, -0.1)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, double.NaN)] },
        new() { Faults = [new FakeFault(FakeFaultKind.Slow, 0.6), new FakeFault(FakeFaultKind.Nulls, 0.5)] },
    ];

    [TestCaseSource(nameof(BadOptions))]
    public void StartAsync_OptionOutOfRange_IsRefused(FakeServerOptions options) =>
        Assert.That(() => FakeLogItemsServer.StartAsync(options), Throws.ArgumentException);

    [Test]
    public async Task StartAsync_TakenPort_ThrowsIOException()
    {
        await using var first = await FakeLogItemsServer.StartAsync();

        Assert.That(
            () => FakeLogItemsServer.StartAsync(new FakeServerOptions { Url = first.BaseAddress }),
            Throws.InstanceOf<IOException>());
    }

    [Test]
    public async Task StartAsync_OnceWarm_TakesWellUnder200Milliseconds()
    {
        var fastest = TimeSpan.MaxValue;
        for (var run = 0; run < 5; run++)
        {
            var watch = Stopwatch.StartNew();
            await using var server = await FakeLogItemsServer.StartAsync();
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.That(fastest, Is.LessThan(TimeSpan.FromMilliseconds(200)));
    }

    [Test]
    public async Task StartAsync_AndRequests_WriteNothingToTheConsole()
    {
        var (before, console) = (Console.Out, new StringWriter());
        Console.SetOut(console);
        try
        {
            await using var server = await FakeLogItemsServer.StartAsync();
            using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);
            await http.GetJsonAsync("JobSessions");
        }
        finally
        {
            Console.SetOut(before);
        }

        Assert.That(console.ToString(), Is.Empty);
    }

    [Test]
    public async Task DisposeAsync_Afterwards_NobodyListens()
    {
        var server = await FakeLogItemsServer.StartAsync();
        await server.DisposeAsync();

        using var socket = new TcpClient();
        Assert.That(
            () => socket.ConnectAsync(IPAddress.Loopback, server.BaseAddress.Port), Throws.InstanceOf<SocketException>());
    }

    [Test]
    public async Task DisposeAsync_WhileAnAnswerIsNotRead_DoesNotHang()
    {
        var session = SyntheticSessions.Create(sessions: 1, items: 1_000_000, seed: 1)[0];
        var server = await TestData.ServeAsync(session);
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V2);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(http.Root, session.ItemsPath()));
        request.Headers.Authorization = new("Bearer", http.Token);
        using var client = new HttpClient(new SocketsHttpHandler());
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

        var disposal = server.DisposeAsync().AsTask();

        Assert.That(await Task.WhenAny(disposal, Task.Delay(TimeSpan.FromSeconds(15))), Is.SameAs(disposal));
    }

    [Test]
    public async Task AddSession_WhileRunning_IsServedAtOnce(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await TestData.ServeAsync();
        using var http = await TestHttp.LogInAsync(server, version);
        var session = TestData.Session(items: 2);

        server.AddSession(session);

        var list = await http.GetJsonAsync(session.ItemsPath());
        Assert.That((version == ApiVersion.V2 ? list : list.GetProperty("results")).Usns(), Is.EqualTo(new[] { 1, 2 }));
    }

    [Test]
    public async Task AddSession_SameIdTwice_IsRefused()
    {
        var session = TestData.Session(items: 0);
        await using var server = await TestData.ServeAsync(session);

        Assert.That(() => server.AddSession(session), Throws.ArgumentException.With.Message.Contains(session.Id.ToString()));
    }

    [Test]
    public async Task Versions_Some_OthersAreNotFoundEvenWithAToken()
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Versions = [ApiVersion.V5, ApiVersion.V7] });

        foreach (var version in ApiVersions.All)
        {
            using var http = new TestHttp(server, version);
            using var answer = await http.GetAsync("JobSessions");
            var expected = version is ApiVersion.V5 or ApiVersion.V7 ? HttpStatusCode.Unauthorized : HttpStatusCode.NotFound;
            Assert.That(answer.StatusCode, Is.EqualTo(expected), version.ToString());
        }
    }

    [TestCase("v1/JobSessions")]
    [TestCase("v9/JobSessions")]
    [TestCase("v5/ServiceInstance")]
    [TestCase("v5/DataRetrievalSessions/be376069-2865-4156-a9bc-825cef7d687e/LogItems")]
    public async Task Get_NoSuchRoute_IsNotFoundWithoutAToken(string path)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler());

        using var answer = await client.GetAsync(new Uri(server.BaseAddress, path));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Get_PathInAnyCase_IsTheSame([ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, version);
        var path = $"/{version}/jobSESSIONS/BE376069-2865-4156-A9BC-825CEF7D687E/logITEMS/e7668151-524f-4fa5-a30a-c647bf7ca8c5";

        var item = await http.GetJsonAsync(path);

        Assert.That(item.GetProperty("usn").GetInt64(), Is.EqualTo(1));
    }

    [Test]
    public async Task Get_WithoutOrWithAWrongToken_IsUnauthorizedWithAnEmptyBody(
        [ValueSource(typeof(VersionSource), nameof(VersionSource.All))] ApiVersion version,
        [Values(null, "wrong")] string? token,
        [Values("JobSessions", "JobSessions/malformed", "JobSessions/malformed/LogItems?limit=0")] string path)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = new TestHttp(server, version) { Token = token };

        using var answer = await http.GetAsync(path);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await answer.Content.ReadAsByteArrayAsync(), Is.Empty);
        Assert.That(answer.Headers.WwwAuthenticate.ToString(), Is.EqualTo("Bearer"));
    }

    [Test]
    public async Task Requests_AfterAnswers_HoldWhatWasAskedAndNoSecret()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);
        await http.GetTextAsync("JobSessions?limit=7&offset=1");
        await http.GetTextAsync("/v9/JobSessions");
        await http.GetTextAsync("/v7/jobsessions/malformed");

        Assert.That(server.Requests, Is.EqualTo(new[]
        {
            new FakeRequest("POST", "/v8/token", "", ApiVersion.V8, 200) { Operation = "CreateToken" },
            new FakeRequest("GET", "/v8/JobSessions", "?limit=7&offset=1", ApiVersion.V8, 200) { Operation = "ListJobSessions" },
            new FakeRequest("GET", "/v9/JobSessions", "", null, 404) { Operation = "ListJobSessions" },
            new FakeRequest("GET", "/v7/jobsessions/malformed", "", ApiVersion.V7, 400) { Operation = "GetJobSession" },
        }));
        Assert.That(string.Concat(server.Requests), Does.Not.Contain(http.Token).And.Not.Contain("password"));
    }

    [Test]
    public async Task Requests_OfManyAtOnce_AreAllThere()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var http = await TestHttp.LogInAsync(server, ApiVersion.V8);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(offset => http.GetTextAsync($"JobSessions?offset={offset}")));

        var queries = server.Requests.Skip(1).Select(request => request.Query);
        Assert.That(queries, Is.EquivalentTo(Enumerable.Range(0, 200).Select(offset => $"?offset={offset}")));
    }
}

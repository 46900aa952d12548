using System.Net;
using System.Net.Sockets;
using LogItems.FakeServer.Tests.Support;

namespace LogItems.FakeServer.Tests;

public sealed class FakeLogItemsServerTests
{
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

        Assert.That(() => disposal.WaitAsync(TimeSpan.FromSeconds(15)), Throws.Nothing);
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

using System.Net;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests;

public class RequestOptionsTests
{
    private const string Session = """{"id":"be376069-2865-4156-a9bc-825cef7d687e"}""";

    [Test]
    public async Task WithOptions_HeadersAndObserver_ConcernThatViewOnly()
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(request => new HttpResponseMessage
        {
            RequestMessage = request,
            Headers = { { "X-Echo", request.Headers.TryGetValues("X-Correlation", out var values) ? string.Join(',', values) : "none" } },
            Content = new StringContent(Session, null, "application/json"),
        });
        using var client = StubServer.Client(stub);
        var seen = new List<string>();
        var view = client.WithOptions(new()
        {
            Headers = new Dictionary<string, string> { ["X-Correlation"] = "42" },
            OnResponse = response => seen.Add($"{(int)response.StatusCode} {response.Headers.GetValues("X-Echo").Single()}"),
        });
        await view.GetJobSessionAsync(StubServer.SessionId);
        await client.GetJobSessionAsync(StubServer.SessionId);
        Assert.That(seen, Is.EqualTo(new[] { "200 42" }));
    }

    [TestCase(null, 4)]
    [TestCase(0, 1)]
    [TestCase(6, 7)]
    public async Task WithOptions_MaxRetries_ReplacesTheClients(int? maxRetries, int requests)
    {
        var stub = StubServer.Create();
        var request = stub.When("*").Respond(HttpStatusCode.ServiceUnavailable);
        using var client = RetryingClient(stub);
        await Assert.ThrowsAsync<LogItemsApiException>(() => client.WithOptions(new() { MaxRetries = maxRetries }).GetJobSessionAsync(StubServer.SessionId));
        Assert.That(stub.GetMatchCount(request), Is.EqualTo(requests));
    }

    [TestCase(null, 3)]
    [TestCase(0, 1)]
    public async Task WithOptions_MaxRetries_AppliesToPagesThatAreCutOff(int? maxRetries, int requests)
    {
        var pages = 0;
        await using var server = new RawServer(request =>
        {
            pages += request.IsForToken ? 0 : 1;
            return request.IsForToken ? RawAnswer.Token("access-token-0") : RawAnswer.Http(200, """{"results":[]}""").Without(5);
        });
        using var client = new LogItemsClient(
            server.Address, new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V8, MaxRetries = 2, RetryDelay = TimeSpan.Zero, PagePrefetch = 0 });
        var view = client.WithOptions(new() { MaxRetries = maxRetries });
        await Assert.ThrowsAsync<HttpRequestException>(() => view.GetLogItemsAsync(StubServer.SessionId).ToListAsync());
        Assert.That(pages, Is.EqualTo(requests));
    }

    [Test]
    public async Task WithOptions_TryTimeout_AppliesToPagesThatStall([Values(0, 2)] int prefetch)
    {
        await using var server = new RawServer(request => request.IsForToken
            ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(200, """{"results":[]}""").Without(5, RawEnd.Stall));
        using var client = new LogItemsClient(
            server.Address, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, MaxRetries = 0, PagePrefetch = prefetch });
        var view = client.WithOptions(new() { TryTimeout = TimeSpan.FromSeconds(1) });
        var reading = view.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        var exception = await Assert.ThrowsAsync<TimeoutException>(() => reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.That(exception!.Message, Does.Contain("less than 1,024 bytes in 1 s"));
    }

    [TestCase(-1)]
    [TestCase(11)]
    public void WithOptions_OutOfRange_IsRejected(int maxRetries)
    {
        using var client = StubServer.Answering("{}");
        Assert.That(() => client.WithOptions(new() { MaxRetries = maxRetries }), Throws.ArgumentException.With.Message.Contains("0 to 10"));
    }

    [Test]
    public async Task SendRawAsync_PathBelowTheVersion_ReturnsTheResponseAsItIs()
    {
        var stub = StubServer.Create();
        stub.When($"{StubServer.Address}/v7/Organizations").WithQueryString("limit", "1").Respond(HttpStatusCode.NotFound, "text/plain", "none");
        using var client = StubServer.Client(stub);
        using var response = await client.SendRawAsync(HttpMethod.Get, "Organizations?limit=1");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("none"));
        }
    }

    [TestCase("https://elsewhere.test/")]
    [TestCase("//elsewhere.test/")]
    [TestCase("/v7x/")]
    [TestCase("../v6/JobSessions")]
    public void SendRawAsync_PathElsewhere_IsRejected(string path)
    {
        using var client = StubServer.Answering("{}");
        Assert.That(() => client.SendRawAsync(HttpMethod.Get, path), Throws.ArgumentException);
    }

    [TestCase(null, @"^LogItems\.Client/\d+\.\d+\.\d+\S*$")]
    [TestCase("NightWatch/1.2", @"^NightWatch/1\.2 LogItems\.Client/\d+\.\d+\.\d+\S*$")]
    public async Task UserAgent_EveryRequest_NamesPackageAndVersion(string? application, string pattern)
    {
        var agents = new List<string>();
        var stub = StubServer.Create();
        stub.When("*").Respond(request =>
        {
            agents.Add(string.Join(' ', request.Headers.GetValues("User-Agent")));
            return new HttpResponseMessage
            {
                Content = new StringContent(
                    request.Method == HttpMethod.Post ? """{"access_token":"t","expires_in":3600}""" : Session, null, "application/json"),
            };
        });
        using var client = new LogItemsClient(
            new Uri(StubServer.Address), new PasswordCredential("demo", "demo"),
            new() { Version = ApiVersion.V7, PrimaryHandler = stub, ApplicationId = application });
        await client.GetJobSessionAsync(StubServer.SessionId);
        Assert.That(agents, Has.Count.EqualTo(2).And.All.Match(pattern));
    }

    [Test]
    public void ApiException_ConstructedByATest_CarriesWhatItWasGiven()
    {
        var exception = new LogItemsApiException(
            "m", LogItemsApiErrorKind.NotFound, HttpStatusCode.NotFound, HttpMethod.Get, "/v8/JobSessions/1", errorCode: "ResourceNotFound");
        Assert.That((exception.Message, exception.Kind, exception.ErrorCode), Is.EqualTo(("m", LogItemsApiErrorKind.NotFound, "ResourceNotFound")));
    }

    private static LogItemsClient RetryingClient(MockHttpMessageHandler stub) => new(
        new Uri(StubServer.Address), new AccessTokenCredential("t"),
        new() { Version = ApiVersion.V7, PrimaryHandler = stub, RetryDelay = TimeSpan.Zero, MaxRetries = 3 });
}

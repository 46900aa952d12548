using LogItems.FakeServer;

namespace LogItems.Client.Tests.Transport;

/// <summary>What is reported where no answer arrives, over real sockets.</summary>
public class ConnectionFailureTests
{
    private static readonly string Path = $"/v8/JobSessions/{StubServer.SessionId}";

    [Test]
    public async Task Refused_IsTriedAgainAndSaysSo()
    {
        var port = FreePort();
        var exception = await FailAsync(new Uri($"http://127.0.0.1:{port}/"));
        Assert.That(exception.Message, Is.EqualTo(
            $"POST /v8/token failed: 127.0.0.1 refused the connection on port {port}; nothing is listening there. Tried 3 times."));
    }

    [Test]
    public async Task Reset_IsTriedAgainAndSaysSo()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : new([], RawEnd.Reset));
        var exception = await FailAsync(server.Address);
        Assert.That(exception.Message, Is.EqualTo($"GET {Path} failed: the connection was reset before a response arrived. Tried 3 times."));
    }

    [Test]
    public async Task ClosedWithoutAnAnswer_IsTriedAgainAndSaysSo()
    {
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : new([]));
        var exception = await FailAsync(server.Address);
        Assert.That(exception.Message, Is.EqualTo($"GET {Path} failed: the server closed the connection without a response. Tried 3 times."));
    }

    [Test]
    public async Task CutOff_IsTriedAgainAndSaysAfterHowManyBytes()
    {
        var body = "{\"name\":\"" + new string('x', 5_000) + "\"}";
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0") : RawAnswer.Http(200, body).Without(11));
        var exception = await FailAsync(server.Address);
        Assert.That(exception.Message, Is.EqualTo($"GET {Path} returned 200, but the response was cut off after 5,000 bytes. Tried 3 times."));
    }

    [Test]
    public async Task UnknownHost_IsNotTriedAgain()
    {
        var requests = new CountingHandler(LogItemsClient.CreatePrimaryHandler(new Uri("https://no-such-host.invalid:4443")));
        var exception = await FailAsync(new Uri("https://no-such-host.invalid:4443"), requests);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Message, Does.StartWith("POST /v8/token failed: the host name no-such-host.invalid"));
            Assert.That(
                requests.Count,
                Is.EqualTo(exception.Message.EndsWith("is unknown.", StringComparison.Ordinal) ? 1 : 3),
                "a resolver that is away may come back");
        }
    }

    [Test]
    public async Task HttpToAPortThatSpeaksHttps_SaysSoAtOnce()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Url = new Uri("https://127.0.0.1:0") });
        var address = new Uri($"http://127.0.0.1:{server.BaseAddress.Port}/");
        var requests = new CountingHandler(LogItemsClient.CreatePrimaryHandler(address));
        var exception = await FailAsync(address, requests);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Message, Is.EqualTo(
                $"POST /v8/token failed: port {address.Port} uses https, but the address begins with http."));
            Assert.That(requests.Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task HttpsToAPortThatSpeaksHttp_SaysSoAtOnce()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        var address = new Uri($"https://127.0.0.1:{server.BaseAddress.Port}/");
        var requests = new CountingHandler(LogItemsClient.CreatePrimaryHandler(address));
        var exception = await FailAsync(address, requests);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Message, Is.EqualTo(
                $"POST /v8/token failed: port {address.Port} uses http without TLS, but the address begins with https."));
            Assert.That(requests.Count, Is.EqualTo(1));
        }
    }

    [Test]
    public async Task DetectVersion_Refused_SaysSo()
    {
        var port = FreePort();
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => LogItemsClient.DetectVersionAsync(
            new Uri($"http://127.0.0.1:{port}/"), new() { MaxRetries = 0 }));
        Assert.That(
            exception!.Message,
            Is.EqualTo($"GET /v0/ServiceInstance failed: 127.0.0.1 refused the connection on port {port}; nothing is listening there."));
    }

    private static async Task<HttpRequestException> FailAsync(Uri server, HttpMessageHandler? primary = null)
    {
        using var client = new LogItemsClient(server, new PasswordCredential("operator", "secret-password"), new()
        {
            Version = ApiVersion.V8,
            MaxRetries = 2,
            RetryDelay = TimeSpan.FromMilliseconds(1),
            PrimaryHandler = primary,
        });
        return (await Assert.ThrowsAsync<HttpRequestException>(() => client.GetJobSessionAsync(StubServer.SessionId)))!;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}

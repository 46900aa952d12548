using System.Net;

namespace LogItems.Client.Tests.Authentication;

public class AuthenticationTests : AuthenticationFixture
{
    [Test]
    public async Task Request_Password_SignsInOnceAndSendsTheToken()
    {
        using var client = Client(ApiVersion.V6);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.TokenForms, Is.EqualTo(new[] { "grant_type=password&username=CONTOSO%5Coperator&password=p%40ss%26word" }));
            Assert.That(Service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-1" }));
        }
    }

    [Test]
    public async Task Request_TokenAboutToExpire_IsRenewedWithTheRefreshTokenOfTheLatestPair()
    {
        Service.ExpiresIn = 600;
        using var client = Client(ApiVersion.V8);
        for (var i = 0; i < 3; i++)
        {
            await client.GetLogItemsPageAsync(StubServer.SessionId);
            Time.Advance(TimeSpan.FromSeconds(580));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.TokenForms[1], Does.StartWith("grant_type=refresh_token&refresh_token=refresh-1"));
            Assert.That(Service.TokenForms[2], Does.StartWith("grant_type=refresh_token&refresh_token=refresh-2"));
            Assert.That(Service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-2", "Bearer access-3" }));
        }
    }

    [Test]
    public async Task Request_RefreshRefused_FallsBackToThePassword()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Service.OnTokenRequest = form => form.StartsWith("grant_type=refresh", StringComparison.Ordinal)
            ? TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" })
            : null;
        Time.Advance(TimeSpan.FromHours(2));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.TokenForms, Has.Count.EqualTo(3));
            Assert.That(Service.TokenForms[2], Does.StartWith("grant_type=password"));
            Assert.That(Service.Reads[^1].Authorization, Is.EqualTo("Bearer access-2"));
        }
    }

    [Test]
    public async Task Request_TokenRefusedOnce_IsReplayedWithANewOne()
    {
        using var client = Client(ApiVersion.V8);
        Service.Rejected.Add("Bearer access-1");
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(Service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-2" }));
    }

    [Test]
    public async Task Request_NewTokenRefusedToo_IsAccessDeniedAfterOneReplay()
    {
        using var client = Client(ApiVersion.V8);
        Service.Rejected.UnionWith(["Bearer access-1", "Bearer access-2"]);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.AccessDenied));
            Assert.That(Service.Reads, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Request_ManyAtOnceOnAnExpiredToken_CauseOneTokenRequest()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Time.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.GetLogItemsPageAsync(StubServer.SessionId))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.TokenForms, Has.Count.EqualTo(2));
            Assert.That(Service.Reads.Skip(1).Select(read => read.Authorization), Is.All.EqualTo("Bearer access-2"));
        }
    }

    [Test]
    public async Task Request_ManyAtOnceOnARefusedToken_CauseOneTokenRequest()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Service.Rejected.Add("Bearer access-1");
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.GetLogItemsPageAsync(StubServer.SessionId))));
        Assert.That(Service.TokenForms, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Request_AccessToken_IsSentAndNeverRenewed()
    {
        using var client = new LogItemsClient(Server, new AccessTokenCredential("mine"), Options(ApiVersion.V8));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Service.Rejected.Add("Bearer mine");
        await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer mine", "Bearer mine" }));
            Assert.That(Service.TokenForms, Is.Empty);
        }
    }

    [Test]
    public async Task Request_RefreshToken_IsExchangedAndReplacedByTheOneThatComesBack()
    {
        using var client = new LogItemsClient(Server, new RefreshTokenCredential("first"), Options(ApiVersion.V8));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Time.Advance(TimeSpan.FromHours(2));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(
            Service.TokenForms.Select(form => form.Split('&')[1]), Is.EqualTo(new[] { "refresh_token=first", "refresh_token=refresh-1" }));
    }

    [TestCase(ApiVersion.V8, true, 1)]
    [TestCase(ApiVersion.V8, false, 0)]
    [TestCase(ApiVersion.V6, true, 0)]
    public async Task DisposeAsync_LogoutOnDispose_GivesTheTokenBackFromV7On(ApiVersion version, bool isAsked, int logouts)
    {
        var client = new LogItemsClient(
            Server, new PasswordCredential("operator", "secret"), new() { Version = version, PrimaryHandler = Service, LogoutOnDispose = isAsked });
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        await client.DisposeAsync();
        var sent = Service.Reads.Where(read => read.Address.AbsolutePath.EndsWith("/token/logout", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent, Has.Count.EqualTo(logouts));
            Assert.That(sent.Select(read => read.Authorization), Is.All.EqualTo("Bearer access-1"));
        }
    }

    [Test]
    public async Task Request_TokenExpiresAfterTheEndOfTheCalendar_IsUsed()
    {
        Service.OnTokenRequest = _ => TokenService.Json(HttpStatusCode.OK, new { access_token = "a", expires_in = long.MaxValue });
        using var client = Client(ApiVersion.V8);

        await client.GetLogItemsPageAsync(StubServer.SessionId);

        Assert.That(Service.Reads.Single().Authorization, Is.EqualTo("Bearer a"));
    }

    [Test]
    public async Task DisposeAsync_VersionIsUnknownAgain_DoesNotThrow()
    {
        using var forgotten = new CancellationTokenSource();
        using var server = new VanishingServer(forgotten);
        var client = new LogItemsClient(
            Server, new PasswordCredential("operator", "secret"), new() { PrimaryHandler = server, LogoutOnDispose = true, MaxRetries = 0 });
        await client.GetJobSessionAsync(StubServer.SessionId);
        server.IsGone = true;
        await Assert.CatchAsync<OperationCanceledException>(
            () => client.FollowLogItemsAsync(StubServer.SessionId, cancellationToken: forgotten.Token).ToListAsync());

        Assert.That(async () => await client.DisposeAsync(), Throws.Nothing);
    }

    [Test]
    public async Task DisposeAsync_NeverSignedIn_SendsNothing()
    {
        var client = new LogItemsClient(
            Server, new PasswordCredential("operator", "secret"), new() { Version = ApiVersion.V8, PrimaryHandler = Service, LogoutOnDispose = true });
        await client.DisposeAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.Reads, Is.Empty);
            Assert.That(Service.TokenForms, Is.Empty);
        }
    }

    [TestCase("https://elsewhere.test:4443/v8/JobSessions")]
    [TestCase("https://backup.test:4444/v8/JobSessions")]
    [TestCase("http://backup.test:4443/v8/JobSessions")]
    [TestCase("https://backup.test:4443/signin")]
    public async Task Handler_AnotherOriginOrNoApiPath_GetsNoToken(string address)
    {
        using var handler = new AuthenticationHandler(Server, new PasswordCredential("operator", "secret")) { InnerHandler = Service };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.Reads.Single().Authorization, Is.Null);
            Assert.That(Service.TokenForms, Is.Empty);
        }
    }

    /// <summary>Serves v8, and later nothing, like a server that is being upgraded; cancels when it is asked for its version again.</summary>
    private sealed class VanishingServer(CancellationTokenSource askedAgain) : HttpMessageHandler
    {
        public bool IsGone { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            if (IsGone)
            {
                if (path.StartsWith("/v0/", StringComparison.Ordinal))
                {
                    await askedAgain.CancelAsync();
                    cancellationToken.ThrowIfCancellationRequested();
                }

                return new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request };
            }

            return path switch
            {
                "/v8/token" => TokenService.Json(HttpStatusCode.OK, new { access_token = "a", expires_in = 3600 }, request),
                "/v8/ServiceInstance" => new HttpResponseMessage(HttpStatusCode.Unauthorized) { RequestMessage = request },
                _ when path.StartsWith("/v8/", StringComparison.Ordinal) => TokenService.Json(HttpStatusCode.OK, new { status = "Running" }, request),
                _ => new HttpResponseMessage(HttpStatusCode.NotFound) { RequestMessage = request },
            };
        }
    }
}

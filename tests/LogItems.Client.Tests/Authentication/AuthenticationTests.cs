using System.Net;

namespace LogItems.Client.Tests.Authentication;

public sealed class AuthenticationTests : IDisposable
{
    private static readonly Uri Server = new(StubServer.Address);

    private readonly TokenService _service = new();
    private readonly ManualTimeProvider _time = new();

    public void Dispose() => _service.Dispose();

    [Test]
    public async Task Request_Password_SignsInOnceAndSendsTheToken()
    {
        using var client = Client(ApiVersion.V6);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.TokenForms, Is.EqualTo(new[] { "grant_type=password&username=CONTOSO%5Coperator&password=p%40ss%26word" }));
            Assert.That(_service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-1" }));
        }
    }

    [Test]
    public async Task SignIn_EachVersion_DisablesTheAntiforgeryCookieFromV7On(
        [Values(ApiVersion.V2, ApiVersion.V3, ApiVersion.V4, ApiVersion.V5, ApiVersion.V6, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        using var client = Client(version);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(
            _service.TokenForms.Single().Contains("disable_antiforgery_token=true", StringComparison.Ordinal), Is.EqualTo(version >= ApiVersion.V7));
    }

    [Test]
    public async Task Request_TokenAboutToExpire_IsRenewedWithTheRefreshTokenOfTheLatestPair()
    {
        _service.ExpiresIn = 600;
        using var client = Client(ApiVersion.V8);
        for (var i = 0; i < 3; i++)
        {
            await client.GetLogItemsPageAsync(StubServer.SessionId);
            _time.Advance(TimeSpan.FromSeconds(580));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.TokenForms[1], Does.StartWith("grant_type=refresh_token&refresh_token=refresh-1"));
            Assert.That(_service.TokenForms[2], Does.StartWith("grant_type=refresh_token&refresh_token=refresh-2"));
            Assert.That(_service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-2", "Bearer access-3" }));
        }
    }

    [Test]
    public async Task Request_RefreshRefused_FallsBackToThePassword()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        _service.OnTokenRequest = form => form.StartsWith("grant_type=refresh", StringComparison.Ordinal)
            ? TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" })
            : null;
        _time.Advance(TimeSpan.FromHours(2));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.TokenForms, Has.Count.EqualTo(3));
            Assert.That(_service.TokenForms[2], Does.StartWith("grant_type=password"));
            Assert.That(_service.Reads[^1].Authorization, Is.EqualTo("Bearer access-2"));
        }
    }

    [Test]
    public async Task Request_TokenRefusedOnce_IsReplayedWithANewOne()
    {
        using var client = Client(ApiVersion.V8);
        _service.Refused.Add("Bearer access-1");
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(_service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer access-1", "Bearer access-2" }));
    }

    [Test]
    public async Task Request_NewTokenRefusedToo_IsAccessDeniedAfterOneReplay()
    {
        using var client = Client(ApiVersion.V8);
        _service.Refused.UnionWith(["Bearer access-1", "Bearer access-2"]);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.AccessDenied));
            Assert.That(_service.Reads, Has.Count.EqualTo(2));
        }
    }

    [Test]
    public async Task Request_ManyAtOnceOnAnExpiredToken_CauseOneTokenRequest()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        _time.Advance(TimeSpan.FromHours(2));
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.GetLogItemsPageAsync(StubServer.SessionId))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.TokenForms, Has.Count.EqualTo(2));
            Assert.That(_service.Reads.Skip(1).Select(read => read.Authorization), Is.All.EqualTo("Bearer access-2"));
        }
    }

    [Test]
    public async Task Request_ManyAtOnceOnARefusedToken_CauseOneTokenRequest()
    {
        using var client = Client(ApiVersion.V8);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        _service.Refused.Add("Bearer access-1");
        await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => Task.Run(() => client.GetLogItemsPageAsync(StubServer.SessionId))));
        Assert.That(_service.TokenForms, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Request_AccessToken_IsSentAndNeverRenewed()
    {
        using var client = new LogItemsClient(Server, new AccessTokenCredential("mine"), Options(ApiVersion.V8));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        _service.Refused.Add("Bearer mine");
        await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.Reads.Select(read => read.Authorization), Is.EqualTo(new[] { "Bearer mine", "Bearer mine" }));
            Assert.That(_service.TokenForms, Is.Empty);
        }
    }

    [Test]
    public async Task Request_RefreshToken_IsExchangedAndReplacedByTheOneThatComesBack()
    {
        using var client = new LogItemsClient(Server, new RefreshTokenCredential("first"), Options(ApiVersion.V8));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        _time.Advance(TimeSpan.FromHours(2));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(
            _service.TokenForms.Select(form => form.Split('&')[1]), Is.EqualTo(new[] { "refresh_token=first", "refresh_token=refresh-1" }));
    }

    [Test]
    public async Task Request_RefreshTokenRefused_IsExpired()
    {
        _service.OnTokenRequest = _ => TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        using var client = new LogItemsClient(Server, new RefreshTokenCredential("first"), Options(ApiVersion.V8));
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(exception!.Failure, Is.EqualTo(LogItemsAuthenticationFailure.Expired));
    }

    [TestCase(ApiVersion.V8, true, 1)]
    [TestCase(ApiVersion.V8, false, 0)]
    [TestCase(ApiVersion.V6, true, 0)]
    public async Task DisposeAsync_LogoutOnDispose_GivesTheTokenBackFromV7On(ApiVersion version, bool isAsked, int logouts)
    {
        var client = new LogItemsClient(
            Server, new PasswordCredential("operator", "secret"), new() { Version = version, PrimaryHandler = _service, LogoutOnDispose = isAsked });
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        await client.DisposeAsync();
        var sent = _service.Reads.Where(read => read.Address.AbsolutePath.EndsWith("/token/logout", StringComparison.Ordinal)).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(sent, Has.Count.EqualTo(logouts));
            Assert.That(sent.Select(read => read.Authorization), Is.All.EqualTo("Bearer access-1"));
        }
    }

    [Test]
    public async Task DisposeAsync_NeverSignedIn_SendsNothing()
    {
        var client = new LogItemsClient(
            Server, new PasswordCredential("operator", "secret"), new() { Version = ApiVersion.V8, PrimaryHandler = _service, LogoutOnDispose = true });
        await client.DisposeAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.Reads, Is.Empty);
            Assert.That(_service.TokenForms, Is.Empty);
        }
    }

    [TestCase("https://elsewhere.test:4443/v8/JobSessions")]
    [TestCase("https://backup.test:4444/v8/JobSessions")]
    [TestCase("http://backup.test:4443/v8/JobSessions")]
    [TestCase("https://backup.test:4443/signin")]
    public async Task Handler_AnotherOriginOrNoApiPath_GetsNoToken(string address)
    {
        using var handler = new AuthenticationHandler(Server, new PasswordCredential("operator", "secret")) { InnerHandler = _service };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        using var response = await invoker.SendAsync(request, CancellationToken.None);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(_service.Reads.Single().Authorization, Is.Null);
            Assert.That(_service.TokenForms, Is.Empty);
        }
    }

    [TestCase(
        HttpStatusCode.BadRequest,
        """{"error":"invalid_grant","error_description":"p@ss&word is wrong"}""",
        "invalid_grant",
        LogItemsAuthenticationFailure.Refused)]
    [TestCase(HttpStatusCode.BadRequest, """{"error":"p@ss&word"}""", null, LogItemsAuthenticationFailure.Refused)]
    [TestCase(HttpStatusCode.BadRequest, """{"message":"p@ss&word is wrong"}""", null, LogItemsAuthenticationFailure.Refused)]
    [TestCase(
        HttpStatusCode.BadRequest,
        """{"error":"invalid_grant","error_description":"The account is locked out"}""",
        "invalid_grant",
        LogItemsAuthenticationFailure.Locked)]
    [TestCase(HttpStatusCode.BadRequest, """{"message":"The password has expired"}""", null, LogItemsAuthenticationFailure.Expired)]
    [TestCase(HttpStatusCode.Unauthorized, "", null, LogItemsAuthenticationFailure.Refused)]
    [TestCase(HttpStatusCode.BadGateway, "<html>p@ss&word</html>", null, LogItemsAuthenticationFailure.Unavailable)]
    [TestCase(HttpStatusCode.TooManyRequests, "", null, LogItemsAuthenticationFailure.Unavailable)]
    [TestCase(HttpStatusCode.NotFound, "", null, LogItemsAuthenticationFailure.UnexpectedResponse)]
    [TestCase(HttpStatusCode.Found, "", null, LogItemsAuthenticationFailure.UnexpectedResponse)]
    public async Task SignIn_Refused_SaysWhatWasAttemptedAndNoSecret(
        HttpStatusCode status, string body, string? error, LogItemsAuthenticationFailure failure)
    {
        _service.OnTokenRequest = _ => new HttpResponseMessage(status) { Content = new StringContent(body) };
        using var client = Client(ApiVersion.V8);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                exception!.Message,
                Does.StartWith(@"Signing in as 'CONTOSO\operator' at https://backup.test:4443/v8/token failed: the server returned"));
            Assert.That(exception.Error, Is.EqualTo(error));
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.Failure, Is.EqualTo(failure));
            Assert.That(exception.ToString(), Does.Not.Contain("p@ss"));
        }
    }

    [Test]
    public async Task Request_RenewalAfterARejectionFails_TheRejectionIsDisposedOf()
    {
        _service.Refused.Add("Bearer access-1");
        _service.OnTokenRequest = _ => _service.TokenForms.Count == 1 ? null : TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        using var client = Client(ApiVersion.V8);
        await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(_service.Rejections.Select(rejection => rejection.IsDisposed), Is.EqualTo(new[] { true }));
    }

    [TestCase("<html>Sign in</html>")]
    [TestCase("{}")]
    [TestCase("""{"access_token":""}""")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task SignIn_AnsweredWithoutAToken_SaysSo(string body)
    {
        _service.OnTokenRequest = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        using var client = Client(ApiVersion.V8);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(exception!.Message, Does.Contain("200, but without a token"));
    }

    private LogItemsClient Client(ApiVersion version) =>
        new(Server, new PasswordCredential(@"CONTOSO\operator", "p@ss&word"), Options(version));

    private LogItemsClientOptions Options(ApiVersion version) => new()
    {
        Version = version,
        PrimaryHandler = _service,
        TimeProvider = _time,
        MaxRetries = 0,
    };
}

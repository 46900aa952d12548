using System.Net;

namespace LogItems.Client.Tests.Authentication;

/// <summary>Signing in: what is sent for each version, and what becomes of a refusal.</summary>
public class SignInTests : AuthenticationFixture
{
    [Test]
    public async Task SignIn_EachVersion_DisablesTheAntiforgeryCookieFromV7On(
        [Values(ApiVersion.V2, ApiVersion.V3, ApiVersion.V4, ApiVersion.V5, ApiVersion.V6, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        using var client = Client(version);
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(
            Service.TokenForms.Single().Contains("disable_antiforgery_token=true", StringComparison.Ordinal), Is.EqualTo(version >= ApiVersion.V7));
    }

    [Test]
    public async Task Request_RefreshTokenRefused_IsExpired()
    {
        Service.OnTokenRequest = _ => TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        using var client = new LogItemsClient(Server, new RefreshTokenCredential("first"), Options(ApiVersion.V8));
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(exception!.Failure, Is.EqualTo(LogItemsAuthenticationFailure.Expired));
    }

    [TestCase(
        HttpStatusCode.BadRequest,
        """{"error":"invalid_grant","error_description":"p@ss&word is wrong"}""",
        "invalid_grant",
        LogItemsAuthenticationFailure.Rejected)]
    [TestCase(HttpStatusCode.BadRequest, """{"error":"p@ss&word"}""", null, LogItemsAuthenticationFailure.Rejected)]
    [TestCase(HttpStatusCode.BadRequest, """{"message":"p@ss&word is wrong"}""", null, LogItemsAuthenticationFailure.Rejected)]
    [TestCase(
        HttpStatusCode.BadRequest,
        """{"error":"invalid_grant","error_description":"The account is locked out"}""",
        "invalid_grant",
        LogItemsAuthenticationFailure.Locked)]
    [TestCase(HttpStatusCode.BadRequest, """{"message":"The password has expired"}""", null, LogItemsAuthenticationFailure.Expired)]
    [TestCase(HttpStatusCode.Unauthorized, "", null, LogItemsAuthenticationFailure.Rejected)]
    [TestCase(HttpStatusCode.BadGateway, "<html>p@ss&word</html>", null, LogItemsAuthenticationFailure.Unavailable)]
    [TestCase(HttpStatusCode.TooManyRequests, "", null, LogItemsAuthenticationFailure.Unavailable)]
    [TestCase(HttpStatusCode.NotFound, "", null, LogItemsAuthenticationFailure.UnexpectedResponse)]
    [TestCase(HttpStatusCode.Found, "", null, LogItemsAuthenticationFailure.UnexpectedResponse)]
    public async Task SignIn_Refused_SaysWhatWasAttemptedAndNoSecret(
        HttpStatusCode status, string body, string? error, LogItemsAuthenticationFailure failure)
    {
        Service.OnTokenRequest = _ => new HttpResponseMessage(status) { Content = new StringContent(body) };
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
        Service.Rejected.Add("Bearer access-1");
        Service.OnTokenRequest = _ => Service.TokenForms.Count == 1 ? null : TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        using var client = Client(ApiVersion.V8);
        await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(Service.Rejections.Select(rejection => rejection.IsDisposed), Is.EqualTo(new[] { true }));
    }

    [TestCase("<html>Sign in</html>")]
    [TestCase("{}")]
    [TestCase("""{"access_token":""}""")]
    [TestCase("[]")]
    [TestCase("")]
    public async Task SignIn_AnsweredWithoutAToken_SaysSo(string body)
    {
        Service.OnTokenRequest = _ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(body) };
        using var client = Client(ApiVersion.V8);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That(exception!.Message, Does.Contain("200, but without a token"));
    }
}

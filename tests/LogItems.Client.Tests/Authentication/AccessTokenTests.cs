using System.Net;
using System.Text;

namespace LogItems.Client.Tests.Authentication;

/// <summary>Which access tokens can be used, for how long, and what follows when they are rejected.</summary>
public class AccessTokenTests
{
    private const string Password = "Tr0ub4dor-and-3";

    [Test]
    public async Task Request_ThirtyPercentRejectedAndThirtyPercentFailingTokenRequests_NearlyAlwaysSucceeds()
    {
        var random = new Random(7);
        var issued = 0;
        using var service = new ScriptedService(
            () => random.NextDouble() < 0.3 ? null : $"access-token-{++issued}",
            _ => random.NextDouble() >= 0.3);
        using var client = new LogItemsClient(
            new Uri(StubServer.Address),
            new PasswordCredential("operator", Password),
            new() { Version = ApiVersion.V8, PrimaryHandler = service, RetryDelay = TimeSpan.Zero });
        var failures = new List<string>();
        for (var call = 0; call < 1_000; call++)
        {
            try
            {
                await client.GetJobSessionAsync(StubServer.SessionId);
            }
            catch (Exception exception) when (exception is LogItemsApiException or LogItemsAuthenticationException)
            {
                failures.Add(exception.Message);
            }
        }

        TestContext.Out.WriteLine($"{failures.Count} of 1,000 calls failed");
        Assert.That(failures, Has.Count.LessThanOrEqualTo(15));
    }

    [TestCase(1)]
    [TestCase(20)]
    [TestCase(30)]
    [TestCase(3600)]
    public async Task Request_ShortLivedToken_IsUsedForNineTenthsOfItsLifetime(int seconds)
    {
        using var service = new TokenService { ExpiresIn = seconds };
        var time = new ManualTimeProvider();
        using var client = new LogItemsClient(
            new Uri(StubServer.Address),
            new PasswordCredential("operator", Password),
            new() { Version = ApiVersion.V8, PrimaryHandler = service, TimeProvider = time });
        for (var call = 0; call < 89; call++)
        {
            await client.GetLogItemsPageAsync(StubServer.SessionId);
            time.Advance(TimeSpan.FromSeconds(seconds / 100.0));
        }

        Assert.That(service.TokenForms, Has.Count.EqualTo(1));
        time.Advance(TimeSpan.FromSeconds(seconds / 9.0));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(service.TokenForms, Has.Count.EqualTo(2));
    }

    [TestCase("access\ntoken", "The access token contains a line break, which cannot be sent in a header.")]
    [TestCase("tökenofaccess", "The access token contains a character that is not printable ASCII, which cannot be sent in a header.")]
    public void AccessToken_ThatNoHeaderCanHold_IsRejected(string token, string message)
    {
        var exception = Assert.Throws<ArgumentException>(() => new AccessTokenCredential(token));
        Assert.That(exception!.Message, Does.StartWith(message).And.Not.Contain(token));
    }

    private sealed class ScriptedService(Func<string?> issue, Func<string, bool> accepts) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = request.Method == HttpMethod.Post ? Token()
                : accepts(request.Headers.Authorization!.Parameter!) ? Json(HttpStatusCode.OK, """{"id":"be376069-2865-4156-a9bc-825cef7d687e"}""")
                : Json(HttpStatusCode.Unauthorized, "");
            response.RequestMessage = request;
            return Task.FromResult(response);
        }

        private HttpResponseMessage Token() => issue() is { } token
            ? Json(HttpStatusCode.OK, $$"""{"access_token":"{{token}}","expires_in":3600,"refresh_token":"r"}""")
            : Json(HttpStatusCode.ServiceUnavailable, "");

        private static HttpResponseMessage Json(HttpStatusCode status, string body) =>
            new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
    }
}

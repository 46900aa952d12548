using System.Net;
using System.Text;

namespace LogItems.Client.Tests.Diagnostics;

/// <summary>Runs with marked secrets, and servers that throw them back, and looks for the marks in everything that comes out.</summary>
[NonParallelizable]
public class LeakTests
{
    private const string Mark = "S3CR3T";

    private static readonly Dictionary<string, Func<HttpRequestMessage, HttpResponseMessage>> Servers = new()
    {
        ["works"] = Works,
        ["refuses the password and repeats it"] = request => Text(
            HttpStatusCode.BadRequest, $$"""{"error":"{{Mark}}","error_description":"{{Sent(request)}}","message":"{{Mark}}"}"""),
        ["answers the token request with HTML"] = request => Text(HttpStatusCode.OK, $"<html>{Sent(request)}</html>", "text/html"),
        ["answers the token request with 500"] = request => Text(HttpStatusCode.InternalServerError, Sent(request), "text/plain"),
        ["refuses the token and repeats it"] = request => IsToken(request) ? Works(request) : Text(HttpStatusCode.Unauthorized, $"Bearer {Mark}"),
        ["fails with a stack trace"] = request => IsToken(request) ? Works(request)
            : Text(HttpStatusCode.InternalServerError, $$"""{"message":"Failed","stackTrace":"at {{Mark}}"}"""),
        ["is a proxy"] = request => IsToken(request) ? Works(request) : Text(HttpStatusCode.BadGateway, $"<html>{Mark}</html>", "text/html"),
        ["redirects with the token"] = request => IsToken(request) ? Works(request) : Redirect(),
        ["sends broken JSON"] = request => IsToken(request) ? Works(request) : Text(HttpStatusCode.OK, $$"""{"results":[{"id":"{{Mark}}" """),
        ["sends values of another type"] = request => IsToken(request) ? Works(request)
            : Text(HttpStatusCode.OK, $$"""{"results":[{"id":"{{Mark}}","usn":"{{Mark}}"}]}"""),
        ["does not answer"] = _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        ["is too slow"] = _ => throw new TimeoutException("too slow"),
    };

    [Test]
    public async Task Everything_ThatComesOut_IsFreeOfSecrets([ValueSource(nameof(ServerNames))] string server, [Values] bool isDetecting)
    {
        using var recorder = new Recorder();
        using var handler = new AnsweringHandler(Servers[server]);
        var exceptions = new List<Exception>();
        LogItemsCredential[] credentials = [new PasswordCredential("operator", Mark), new RefreshTokenCredential(Mark), new AccessTokenCredential(Mark)];
        foreach (var credential in credentials)
        {
            await using var client = new LogItemsClient(new Uri(StubServer.Address), credential, new()
            {
                Version = isDetecting ? null : ApiVersion.V8,
                PrimaryHandler = handler,
                LoggerFactory = recorder,
                RetryDelay = TimeSpan.Zero,
                MaxRetries = 1,
                LogoutOnDispose = !isDetecting,
            });
            try
            {
                await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
                await client.GetJobSessionsAsync(jobType: JobType.Copy).ToListAsync();
            }
            catch (Exception exception) when (exception is not AssertionException)
            {
                exceptions.Add(exception);
            }
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(recorder.Everything, Is.Not.Empty);
            Assert.That(recorder.Everything, Does.Not.Contain(Mark));
            Assert.That(exceptions.Select(exception => exception.ToString()), Has.None.Contain(Mark));
            Assert.That(exceptions.SelectMany(Data), Has.None.Contain(Mark));
        }
    }

    [Test]
    public void Objects_ThatHoldSecrets_DoNotShowThem()
    {
        object[] holders =
        [
            new PasswordCredential("operator", Mark),
            new RefreshTokenCredential(Mark),
            new AccessTokenCredential(Mark),
            new AccessToken(Mark, TimeProvider.System.GetUtcNow(), Mark),
        ];
        Assert.That(holders.Select(holder => holder.ToString()), Has.None.Contain(Mark));
    }

    private static IEnumerable<string> ServerNames() => Servers.Keys;

    /// <summary>All that an exception tells, but for the body of the answer, which it keeps apart on purpose.</summary>
    private static IEnumerable<string> Data(Exception exception) =>
        exception.GetType().GetProperties()
            .Where(property => property.Name is not (nameof(LogItemsApiException.ResponseBody) or nameof(Exception.TargetSite)))
            .Select(property => $"{property.Name}: {property.GetValue(exception)}");

    private static bool IsToken(HttpRequestMessage request) => request.Method == HttpMethod.Post;

    private static string Sent(HttpRequestMessage request) => IsToken(request) ? $"grant_type=password&password={Mark}" : "";

    private static HttpResponseMessage Works(HttpRequestMessage request) => IsToken(request)
        ? Text(HttpStatusCode.OK, $$"""{"access_token":"{{Mark}}","token_type":"bearer","refresh_token":"{{Mark}}","expires_in":3600}""")
        : Text(HttpStatusCode.OK, """{"results":[]}""");

    private static HttpResponseMessage Redirect()
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.Location = new Uri($"https://elsewhere.test/?token={Mark}");
        return response;
    }

    private static HttpResponseMessage Text(HttpStatusCode status, string body, string mediaType = "application/json") =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, mediaType) };

    private sealed class AnsweringHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri!.AbsolutePath.StartsWith("/v0/", StringComparison.Ordinal))
            {
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.NotFound));
            }

            var response = answer(request);
            response.RequestMessage = request;
            return Task.FromResult(response);
        }
    }
}

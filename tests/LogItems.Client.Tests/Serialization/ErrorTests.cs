using System.Net;
using System.Text;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Serialization;

public class ErrorTests
{
    private const string Path = "/v8/JobSessions/be376069-2865-4156-a9bc-825cef7d687e/LogItems";

    [TestCase(HttpStatusCode.BadRequest, LogItemsApiErrorKind.BadRequest)]
    [TestCase(HttpStatusCode.Unauthorized, LogItemsApiErrorKind.AccessDenied)]
    [TestCase(HttpStatusCode.Forbidden, LogItemsApiErrorKind.AccessDenied)]
    [TestCase(HttpStatusCode.NotFound, LogItemsApiErrorKind.NotFound)]
    [TestCase(HttpStatusCode.RequestTimeout, LogItemsApiErrorKind.Unavailable)]
    [TestCase(HttpStatusCode.TooManyRequests, LogItemsApiErrorKind.Throttled)]
    [TestCase(HttpStatusCode.InternalServerError, LogItemsApiErrorKind.Unavailable)]
    [TestCase(HttpStatusCode.BadGateway, LogItemsApiErrorKind.Unavailable)]
    [TestCase(HttpStatusCode.ServiceUnavailable, LogItemsApiErrorKind.Unavailable)]
    [TestCase(HttpStatusCode.GatewayTimeout, LogItemsApiErrorKind.Unavailable)]
    [TestCase(HttpStatusCode.Conflict, LogItemsApiErrorKind.Other)]
    [TestCase(HttpStatusCode.Found, LogItemsApiErrorKind.UnexpectedResponse)]
    [TestCase(HttpStatusCode.Accepted, LogItemsApiErrorKind.UnexpectedResponse)]
    public async Task Status_NotSuccess_IsAnExceptionOfItsKind(HttpStatusCode status, LogItemsApiErrorKind kind)
    {
        var exception = await FailAsync(status, "", "application/json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Kind, Is.EqualTo(kind));
            Assert.That(exception.StatusCode, Is.EqualTo(status));
            Assert.That(exception.Method, Is.EqualTo(HttpMethod.Get));
            Assert.That(exception.Path, Is.EqualTo(Path));
            Assert.That(exception.Message, Does.StartWith($"GET {Path} returned {(int)status} ").And.Contain("no body"));
        }
    }

    [TestCase("v2-not-found.json", null)]
    [TestCase("v8-not-found.json", "ResourceNotFound")]
    [TestCase("v7-server-error.json", "ProxyOffline")]
    public async Task ErrorBody_OfTheContract_GivesCodeAndMessage(string example, string? code)
    {
        var body = Repository.Example(example);
        var message = (string?)Newtonsoft.Json.Linq.JObject.Parse(body)["message"];
        var exception = await FailAsync(HttpStatusCode.NotFound, body, "application/json");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.ErrorCode, Is.EqualTo(code));
            Assert.That(exception.ServerMessage, Is.EqualTo(message));
            Assert.That(exception.ResponseBody, Is.EqualTo(body));
            Assert.That(exception.Message, Does.Contain(message!.TrimEnd('.')));
            Assert.That(exception.ToString(), Does.Not.Contain("Contoso.Sessions"), "the server's stack trace is for nobody's log");
        }
    }

    [Test]
    public async Task ErrorBody_CodeNewerThanTheContract_IsKept()
    {
        var exception = await FailAsync(HttpStatusCode.Conflict, """{"message":"Busy.","errorCode":"TooBusy"}""", "application/json");
        Assert.That(exception.ErrorCode, Is.EqualTo("TooBusy"));
    }

    [TestCase("<html><body>Bad Gateway token=abc</body></html>", "text/html")]
    [TestCase("upstream said no token=abc", "text/plain")]
    [TestCase("{ broken token=abc", "application/json")]
    [TestCase("[\"token=abc\"]", "application/json")]
    public async Task ErrorBody_NotOfTheContract_IsKeptApartFromTheMessage(string body, string mediaType)
    {
        var exception = await FailAsync(HttpStatusCode.BadGateway, body, mediaType);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.ResponseBody, Is.EqualTo(body));
            Assert.That(exception.Message, Does.Contain("502").And.Contain($"a body of type {mediaType}"));
            Assert.That(exception.ToString(), Does.Not.Contain("token=abc"));
        }
    }

    [Test]
    public async Task ErrorBody_Large_IsKeptUpTo64Kilobytes()
    {
        var exception = await FailAsync(HttpStatusCode.BadGateway, new string('x', 200_000), "text/plain");
        Assert.That(exception.ResponseBody, Has.Length.EqualTo(64 * 1024));
    }

    [Test]
    public async Task ErrorBody_UnknownCharset_IsReadAsUtf8()
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes("grün"));
        content.Headers.TryAddWithoutValidation("Content-Type", "text/plain; charset=klingon");
        var exception = await FailAsync(HttpStatusCode.BadGateway, content);
        Assert.That(exception.ResponseBody, Is.EqualTo("grün"));
    }

    [Test]
    public async Task ServerMessage_OfManyLines_IsOneLineInTheMessage()
    {
        var exception = await FailAsync(HttpStatusCode.BadRequest, """{"message":"one\r\n two\tthree"}""", "application/json");
        Assert.That(exception.Message, Does.Contain(": one two three.").And.Not.Contain("\n"));
    }

    [TestCase("<html>Please sign in token=abc</html>", "text/html")]
    [TestCase("\"a string\"", "application/json")]
    [TestCase("7", "application/json")]
    [TestCase("null", "application/json")]
    [TestCase("", "application/json")]
    [TestCase("{\"results\":[]} trailing", "application/json")]
    public async Task SuccessBody_NotOfTheContract_IsUnexpected(string body, string mediaType)
    {
        var exception = await FailAsync(HttpStatusCode.OK, body, mediaType);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Kind, Is.EqualTo(LogItemsApiErrorKind.UnexpectedResponse));
            Assert.That(exception.ResponseBody, Is.EqualTo(body));
            Assert.That(exception.Message, Does.StartWith($"GET {Path} returned 200 with"));
            Assert.That(exception.ToString(), Does.Not.Contain("token=abc"));
        }
    }

    [TestCase("{")]
    [TestCase("{\"offset\":0,\"lim")]
    [TestCase("{\"results\":[{\"id\":")]
    [TestCase("{\"results\":[{\"usn\":1},")]
    [TestCase("{\"results\":[{\"usn\":1}]")]
    [TestCase("[{\"usn\":1}")]
    public async Task SuccessBody_EndsBeforeItsJson_HasBrokenOff(string body)
    {
        using var client = StubServer.Answering(body);
        var whole = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        var incoming = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole!.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ResponseEnded)));
            Assert.That(whole.Message, Is.EqualTo($"The response to GET /v7/JobSessions/{StubServer.SessionId}/LogItems was cut off."));
            Assert.That((incoming!.HttpRequestError, incoming.Message), Is.EqualTo((whole.HttpRequestError, whole.Message)));
        }
    }

    [Test]
    public async Task Path_OfAFailedRequest_HasNoQuery()
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(HttpStatusCode.NotFound);
        using var client = StubServer.Client(stub, ApiVersion.V8);
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId, offset: 5, limit: 6));
        Assert.That(exception!.Path, Is.EqualTo(Path));
    }

    private static Task<LogItemsApiException> FailAsync(HttpStatusCode status, string body, string mediaType) =>
        FailAsync(status, new StringContent(body, Encoding.UTF8, mediaType));

    private static async Task<LogItemsApiException> FailAsync(HttpStatusCode status, HttpContent content)
    {
        var stub = StubServer.Create();
        stub.When("*").Respond(status, content);
        using var client = StubServer.Client(stub, ApiVersion.V8);
        return (await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId)))!;
    }
}

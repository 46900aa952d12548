using System.Net.Http.Headers;
using System.Text;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests.Serialization;

/// <summary>JSON is UTF-8; what says that it is something else is believed.</summary>
public class BodyEncodingTests
{
    private const string Body = """[{"id":"a6c7a35c-20e1-4cf9-931e-c1e060172b43","title":"grün"}]""";

    [TestCase("utf-8", null)]
    [TestCase("utf-8", "utf-8")]
    [TestCase("utf-8", "\"utf-8\"")]
    [TestCase("utf-16", "utf-16")]
    [TestCase("utf-16", null)]
    [TestCase("utf-16BE", "utf-16BE")]
    [TestCase("iso-8859-1", "iso-8859-1")]
    public async Task Body_InAnyEncoding_IsRead(string encoding, string? charset)
    {
        var bytes = Encoding.GetEncoding(encoding);
        var content = new ByteArrayContent([.. bytes.GetPreamble(), .. bytes.GetBytes(Body)]);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = charset };
        var stub = StubServer.Create();
        stub.When("*").Respond(() => Task.FromResult(new HttpResponseMessage { Content = content }));
        using var client = StubServer.Client(stub, ApiVersion.V5);
        var page = await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(page.Results.Single().Title, Is.EqualTo("grün"));
    }

    [Test]
    public async Task Body_DamagedInTheMiddle_IsUnexpectedAndSaysWhere()
    {
        using var client = StubServer.Answering("{\"results\":[\n{\"usn\":1},\n{\"usn\":01}]}");
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception!.Kind, Is.EqualTo(LogItemsApiErrorKind.UnexpectedResponse));
            Assert.That(exception.Message, Does.Contain("(line 3, position 8)"));
        }
    }
}

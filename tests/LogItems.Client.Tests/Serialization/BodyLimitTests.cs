using System.IO.Compression;
using System.Text;

namespace LogItems.Client.Tests.Serialization;

/// <summary>Compressed bodies that are small on the wire and large in memory, over real sockets.</summary>
public class BodyLimitTests
{
    private const int MegaByte = 1024 * 1024;

    [Test]
    public async Task WholeBody_LargerThanTheLimit_NamesLimitAndOption()
    {
        await using var server = Server(200, "{\"name\":\"", 80 * MegaByte, "\"}");
        var before = GC.GetTotalAllocatedBytes(precise: true);
        var exception = await FailAsync(server, maxBufferSize: MegaByte);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.Message, Is.EqualTo(
                $"GET /v8/JobSessions/{StubServer.SessionId} returned 200 with a body that is larger than 1,048,576 bytes, "
                + "the limit set by MaxBufferSize. Check what is responding, or increase the limit."));
            Assert.That(exception.Kind, Is.EqualTo(LogItemsApiErrorKind.UnexpectedResponse));
            Assert.That(allocated, Is.LessThan(40 * MegaByte));
        }
    }

    [Test]
    public async Task WholeBody_LargerThanTheDefaultLimit_NamesLimitAndOption()
    {
        await using var server = Server(200, "{\"name\":\"", 65 * MegaByte, "\"}");
        var exception = await FailAsync(server);
        Assert.That(exception.Message, Does.Contain("larger than 67,108,864 bytes, the limit set by MaxBufferSize"));
    }

    [Test]
    public async Task ErrorBody_LargerThanItsLimit_IsKeptUpToTheLimit()
    {
        await using var server = Server(404, "{\"message\":\"", 80 * MegaByte, "\"}");
        var exception = await FailAsync(server);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(exception.ResponseBody, Has.Length.EqualTo(64 * 1024));
            Assert.That(exception.Message, Does.Contain("returned 404 NotFound and a body of type application/json"));
        }
    }

    [Test]
    public async Task TokenBody_LargerThanItsLimit_IsAnAuthenticationError()
    {
        var body = Compressed("{\"access_token\":\"", 80 * MegaByte, "\"}");
        await using var server = new RawServer(_ => RawAnswer.Http(200, body, "Content-Type: application/json\r\nContent-Encoding: gzip"));
        using var client = Client(server);
        var exception = await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetJobSessionAsync(StubServer.SessionId));
        Assert.That(exception!.Message, Does.Contain("200, but with more than 65,536 bytes, the limit for a token response."));
    }

    private static async Task<LogItemsApiException> FailAsync(RawServer server, int? maxBufferSize = null)
    {
        using var client = Client(server, maxBufferSize);
        return (await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetJobSessionAsync(StubServer.SessionId)))!;
    }

    private static LogItemsClient Client(RawServer server, int? maxBufferSize = null) => new(
        server.Address,
        new PasswordCredential("operator", "secret-password"),
        new() { Version = ApiVersion.V8, MaxRetries = 0, MaxBufferSize = maxBufferSize ?? new LogItemsClientOptions().MaxBufferSize });

    private static RawServer Server(int status, string begin, int filling, string end)
    {
        var body = Compressed(begin, filling, end);
        return new RawServer(request => request.IsForToken
            ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(status, body, "Content-Type: application/json\r\nContent-Encoding: gzip"));
    }

    private static byte[] Compressed(string begin, int filling, string end)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.ASCII.GetBytes(begin));
            var block = Encoding.ASCII.GetBytes(new string('x', MegaByte));
            for (var written = 0; written < filling; written += block.Length)
            {
                gzip.Write(block);
            }

            gzip.Write(Encoding.ASCII.GetBytes(end));
        }

        return compressed.ToArray();
    }
}

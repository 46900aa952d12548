
namespace LogItems.Client.Tests.Paging;

/// <summary>Pages that take long or are large, over real sockets.</summary>
public class HostilePageTests
{
    private const int MegaByte = 1024 * 1024;

    [Test]
    public async Task Body_ThatDrips_IsGivenUp()
    {
        // One byte at a time for ever, as a server does that keeps a connection busy.
        await using var server = new RawServer(request => request.IsForToken
            ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(200, "{\"results\":[" + new string(' ', 10_000), "Content-Type: application/json") with { Pace = TimeSpan.FromMilliseconds(20) });
        using var client = Client(server, new() { Version = ApiVersion.V8, TryTimeout = TimeSpan.FromSeconds(1), MaxRetries = 1, RetryDelay = TimeSpan.Zero });
        var exception = await Assert.ThrowsAsync<TimeoutException>(
            () => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync().WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.That(exception!.Message, Does.Contain("delivered less than 1,024 bytes in 1 s. Check the network, or increase TryTimeout."));
    }

    [TestCase("gap")]
    [TestCase("item")]
    public async Task Part_LargerThanTheLimit_NamesLimitAndOption(string kind)
    {
        await using var server = Server(kind, 3 * MegaByte);
        using var client = Client(server, new() { Version = ApiVersion.V8, MaxBufferSize = MegaByte });
        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync());
        Assert.That(exception!.Message, Is.EqualTo(
            $"GET /v8/JobSessions/{StubServer.SessionId}/LogItems returned 200 with a page in which one item, or the gap between two, is larger than "
            + "1,048,576 bytes, the limit set by MaxBufferSize. Check what is responding, or increase the limit."));
    }

    [TestCase("gap")]
    [TestCase("item")]
    public async Task Part_BelowTheLimit_IsRead(string kind)
    {
        await using var server = Server(kind, 3 * MegaByte);
        using var client = Client(server, new() { Version = ApiVersion.V8, MaxBufferSize = 4 * MegaByte });

        Assert.That(await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Dispose_WhileAPageIsRead_EndsTheReading()
    {
        var items = string.Join(",", Enumerable.Range(1, 100).Select(number => $$"""{"id":"{{new Guid(number, 0, 0, new byte[8])}}","usn":{{number}}}"""));
        await using var server = new RawServer(request => request.IsForToken
            ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(200, $$"""{"results":[{{items}}]}"""));
        var client = Client(server, new() { Version = ApiVersion.V8 });
        await using var reading = client.GetLogItemsAsync(StubServer.SessionId).GetAsyncEnumerator();
        Assert.That(await reading.MoveNextAsync(), Is.True);
        client.Dispose();
        var exception = await Assert.ThrowsAsync<ObjectDisposedException>(async () => await reading.MoveNextAsync());
        Assert.That(exception!.ObjectName, Is.EqualTo(typeof(LogItemsClient).FullName));
    }

    [Test]
    public async Task Page_WithItsItemsTwice_IsRejectedStreamedAndWhole()
    {
        await using var server = new RawServer(request => request.IsForToken
            ? RawAnswer.Token("access-token-0")
            : RawAnswer.Http(200, """{"results":[],"results":[{"usn":1}]}"""));
        using var client = Client(server, new() { Version = ApiVersion.V8 });
        var streamed = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsAsync(StubServer.SessionId).ToListAsync());
        var whole = await Assert.ThrowsAsync<LogItemsApiException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Assert.That((streamed!.Kind, whole!.Kind), Is.EqualTo((LogItemsApiErrorKind.UnexpectedResponse, LogItemsApiErrorKind.UnexpectedResponse)));
    }

    private static RawServer Server(string kind, int size)
    {
        var (gap, array) = kind == "gap"
            ? (new string(' ', size), "")
            : ("", ",\"more\":[" + string.Join(",", Enumerable.Repeat("12345678", size / 9)) + "]");
        var body = $$"""{"results":[{"id":"{{new Guid(1, 0, 0, new byte[8])}}"{{array}}},{{gap}}{"id":"{{new Guid(2, 0, 0, new byte[8])}}"}]}""";
        return new RawServer(request => request switch
        {
            { IsForToken: true } => RawAnswer.Token("access-token-0"),
            _ when request.Head.Contains("offset=0", StringComparison.Ordinal) => RawAnswer.Http(200, body),
            _ => RawAnswer.Http(200, """{"results":[]}"""),
        });
    }

    private static LogItemsClient Client(RawServer server, LogItemsClientOptions options) =>
        new(server.Address, new PasswordCredential("operator", "secret-password"), options);
}

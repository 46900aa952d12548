using LogItems.FakeServer;

namespace LogItems.Client.Tests.Transport;

/// <summary>Compressed answers, as a proxy or a newer service may send them, over real sockets.</summary>
public class CompressionTests
{
    private static readonly string[] Encodings = ClientBuild.IsForNet ? ["gzip", "deflate", "br"] : ["gzip", "deflate"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeSession _session = SyntheticSessions.Create(1, 500, 1)[0];

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_OneItem_IsReadRight(string encoding)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding);
        using var client = Client(proxy);
        var item = await client.GetLogItemAsync(_session.Id, _session.Items[7].Id);
        Assert.That((item.Id, proxy.Compressed), Is.EqualTo((_session.Items[7].Id, 1)));
    }

    [Test]
    public async Task Reading_Pages_AreReadRight(
        [ValueSource(nameof(Encodings))] string encoding, [Values(0, 2)] int prefetch, [Values(ApiVersion.V2, ApiVersion.V5, ApiVersion.V8)] ApiVersion version)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding);
        using var client = Client(proxy, prefetch, version);
        var items = await client.GetLogItemsAsync(_session.Id).ToListAsync();
        Assert.That(items.Select(item => item.Id), Is.EqualTo(_session.Items.Select(item => item.Id)));
        Assert.That(proxy.Compressed, version == ApiVersion.V2 ? Is.EqualTo(1) : Is.GreaterThanOrEqualTo(5));
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_ServerHoldsBackTheRest_TheItemsBeforeAreThere(string encoding)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await ServeAsync(async (_, index) => await (index >= 3 ? gate.Task : Task.CompletedTask));
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding);
        using var client = Client(proxy);
        await using var items = client.GetLogItemsAsync(_session.Id).GetAsyncEnumerator();
        for (var i = 0; i < 3; i++)
        {
            Assert.That(await items.MoveNextAsync().AsTask().WaitAsync(Patience), Is.True);
            Assert.That(items.Current.Id, Is.EqualTo(_session.Items[i].Id));
        }

        var fourth = items.MoveNextAsync().AsTask();
        Assert.That(fourth.IsCompleted, Is.False, "the server has not sent it");
        gate.SetResult();
        Assert.That(await fourth.WaitAsync(Patience), Is.True);
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_AnswerBrokenOffWhileItComesIn_KeepsTheItemsBeforeIt(string encoding)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding, (_, bytes) => Half(bytes));
        using var client = Client(proxy, version: ApiVersion.V2);
        var (items, exception) = await ReadAsync(client);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((exception as HttpRequestException)?.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ResponseEnded)));
            Assert.That(exception!.Message, Is.EqualTo($"The response to GET /v2/JobSessions/{_session.Id}/LogItems was cut off."));
            Assert.That(items, Has.Count.InRange(1, 499));
            Assert.That(items, Is.EqualTo(_session.Items.Take(items.Count).Select(item => item.Id)));
        }
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_PageGotAheadBrokenOff_KeepsTheItemsBeforeIt(string encoding)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(
            server.BaseAddress, encoding, (number, bytes) => number == 1 ? bytes : Half(bytes));
        using var client = Client(proxy, prefetch: 2);
        var (items, exception) = await ReadAsync(client);
        Assert.That((exception as HttpRequestException)?.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ResponseEnded)));
        Assert.That(items, Has.Count.InRange(100, 199), "the first page, and those of the second that had come in");
        Assert.That(items, Is.EqualTo(_session.Items.Take(items.Count).Select(item => item.Id)));
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_OneItemBrokenOff_IsSoReported(string encoding)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding, (_, bytes) => Half(bytes));
        using var client = Client(proxy);
        var item = _session.Items[0].Id;
        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetLogItemAsync(_session.Id, item));
        Assert.That(exception!.HttpRequestError, Is.EqualTo(ClientBuild.Said(HttpRequestError.ResponseEnded)));
        Assert.That(exception.Message, Is.EqualTo($"The response to GET /v8/JobSessions/{_session.Id}/LogItems/{item} was cut off."));
    }

    [Test]
    public async Task Reading_AnswersBrokenOffAnywhere_AreGoneOnWith(
        [ValueSource(nameof(Encodings))] string encoding, [Values(200, 1000, 3000)] int length, [Values(0, 2)] int prefetch)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(
            server.BaseAddress, encoding, (number, bytes) => number > 3 ? bytes : bytes[..length]);
        using var client = Client(proxy, prefetch, retries: 3);
        var items = await client.GetLogItemsAsync(_session.Id).ToListAsync();
        Assert.That(items.Select(item => item.Id), Is.EqualTo(_session.Items.Select(item => item.Id)));
    }

    [TestCaseSource(nameof(Encodings))]
    public async Task Reading_AnswersBrokenAtTheirFirstByte_AreGoneOnWith(string encoding)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(
            server.BaseAddress, encoding, (number, bytes) => number > 3 ? bytes : [.. Enumerable.Repeat((byte)0xFF, 100)]);
        using var client = Client(proxy, retries: 3);
        var items = await client.GetLogItemsAsync(_session.Id).ToListAsync();
        Assert.That(items.Select(item => item.Id), Is.EqualTo(_session.Items.Select(item => item.Id)));
    }

    [Test]
    public async Task Reading_DamagedBytes_AreBrokenOffOrUnexpectedButNothingElse(
        [ValueSource(nameof(Encodings))] string encoding, [Values(0, 30, 0.5, 0.9)] double place)
    {
        await using var server = await ServeAsync();
        await using var proxy = await CompressingProxy.StartAsync(server.BaseAddress, encoding, (_, bytes) =>
        {
            var start = (int)(place < 1 ? place * bytes.Length : place);
            return [.. bytes[..start], .. Enumerable.Repeat((byte)0xFF, 100), .. bytes[start..]];
        });
        using var client = Client(proxy, version: ApiVersion.V5);
        var (_, exception) = await ReadAsync(client);
        var item = await Assert.CatchAsync(() => client.GetLogItemAsync(_session.Id, _session.Items[0].Id));
        Assert.That(new Exception?[] { exception, item }, Has.All.Matches<Exception>(failure => failure
            is HttpRequestException broken && broken.HttpRequestError == ClientBuild.Said(HttpRequestError.ResponseEnded)
            || failure is LogItemsApiException { Kind: LogItemsApiErrorKind.UnexpectedResponse }));
    }

    private static byte[] Half(byte[] bytes) => bytes[..(bytes.Length / 2)];

    private async Task<(List<Guid> Items, Exception? Failure)> ReadAsync(LogItemsClient client)
    {
        var items = new List<Guid>();
        try
        {
            await foreach (var item in client.GetLogItemsAsync(_session.Id))
            {
                items.Add(item.Id);
            }

            return (items, null);
        }
        catch (Exception failure) when (failure is not AssertionException)
        {
            return (items, failure);
        }
    }

    private Task<FakeLogItemsServer> ServeAsync(Func<FakeRequest, long, ValueTask>? beforeItem = null) =>
        FakeLogItemsServer.StartAsync(new() { Sessions = [_session], BeforeItem = beforeItem });

    private static LogItemsClient Client(CompressingProxy proxy, int prefetch = 0, ApiVersion version = ApiVersion.V8, int retries = 0) => new(
        proxy.Address,
        new PasswordCredential("demo", "demo"),
        new() { Version = version, PagePrefetch = prefetch, PageSize = 100, MaxRetries = retries, RetryDelay = TimeSpan.Zero });
}

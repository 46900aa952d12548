namespace LogItems.Client.Tests.Transport;

/// <summary>The timeout of the caller's own HttpClient, which by itself ends when the headers have arrived, limits the body as well.</summary>
public class OwnHttpClientTests
{
    [TestCase(200)]
    [TestCase(500)]
    public async Task GetJobSessionAsync_BodyStalls_TimesOut(int status)
    {
        await using var server = new RawServer(_ => RawAnswer.Http(status, "{}").Without(1, RawEnd.Stall));
        using var handler = new HttpClientHandler();
        using var http = new HttpClient(handler) { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(1) };
        using var client = new LogItemsClient(http, new() { Version = ApiVersion.V8 });
        Assert.That(
            () => client.GetJobSessionAsync(StubServer.SessionId).WaitAsync(TimeSpan.FromSeconds(20)),
            Throws.TypeOf<TimeoutException>().With.Message.Contains("HttpClient"));
    }
}

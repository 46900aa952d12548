using System.Globalization;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace LogItems.Client.Tests.Transport;

/// <summary>Streams that are reset, and connections that are closed in the middle of a page, over real HTTP/2.</summary>
public class Http2InterruptionTests
{
    private const int Count = 95;

    private int _lists;

    [Test]
    public async Task Reading_InterruptedInTheMiddleOfAPage_ReturnsEachItemOnce(
        [Values("RST_STREAM", "GOAWAY", "connection closed")] string kind, [Values(0, 2)] int prefetch)
    {
        using var certificate = TlsServer.SelfSigned();
        await using var server = await TlsServer.StartAsync(certificate, context => AnswerAsync(context, kind));
        var changes = new List<ConcurrentChange>();
        using var client = new LogItemsClient(server.Address, new PasswordCredential("demo", "demo"), new()
        {
            Version = ApiVersion.V8,
            PageSize = 20,
            PagePrefetch = prefetch,
            RetryDelay = TimeSpan.Zero,
            ServerCertificate = ServerCertificate.Pin(server.Sha256),
            OnConcurrentChange = changes.Add,
        });
        var items = await client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(item => item.Usn), Is.EqualTo(Enumerable.Range(0, Count)));
            Assert.That(changes, Is.Empty);
            Assert.That(_lists, Is.GreaterThan(4));
        }
    }

    private async Task AnswerAsync(HttpContext context, string kind)
    {
        Assert.That(context.Request.Protocol, Is.EqualTo("HTTP/2"));
        context.Response.ContentType = "application/json";
        if (context.Request.Method == "POST")
        {
            await context.Response.WriteAsync("""{"access_token":"a","token_type":"bearer","expires_in":3600}""");
            return;
        }

        var isInterrupted = Interlocked.Increment(ref _lists) is 2 or 3;
        var (offset, limit) = (Number(context, "offset"), Number(context, "limit"));
        var count = Math.Clamp(Count - offset, 0, limit);
        var items = Enumerable.Range(offset, count).Select(Item).ToList();
        await context.Response.WriteAsync($$"""{"offset":{{offset}},"limit":{{limit}},"results":[{{string.Join(',', items.Take(count / 2))}}""");
        await context.Response.Body.FlushAsync();
        if (isInterrupted)
        {
            switch (kind)
            {
                case "RST_STREAM":
                    context.Features.GetRequiredFeature<IHttpResetFeature>().Reset(errorCode: 2);
                    return;
                case "GOAWAY":
                    context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
                    break;
                default:
                    context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
                    return;
            }
        }

        var next = offset + count < Count ? ""","next":{"href":"/x"}""" : "";
        await context.Response.WriteAsync(
            $$$"""{{{(count > 1 ? "," : "")}}}{{{string.Join(',', items.Skip(count / 2))}}}],"_links":{"self":{"href":"/x"}{{{next}}}}}""");
    }

    private static int Number(HttpContext context, string name) => int.Parse(context.Request.Query[name]!, CultureInfo.InvariantCulture);

    private static string Item(int usn) =>
        $$"""{"id":"{{new Guid(usn + 1, 0, 0, new byte[8])}}","usn":{{usn}},"type":"Success","message":"Fine","creationTime":"2026-11-20T22:00:00Z"}""";
}

using System.Net;
using System.Net.Http.Headers;

namespace LogItems.Benchmarks;

/// <summary>Returns a body as the first page of every list, and nothing behind it.</summary>
internal sealed class BodyHandler(byte[] body) : HttpMessageHandler
{
    private static readonly byte[] EmptyPage = """{"results":[]}"""u8.ToArray();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isFirst = request.RequestUri!.Query.Contains("offset=0&", StringComparison.Ordinal);
        var content = new ByteArrayContent(isFirst ? body : EmptyPage);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}

using System.Globalization;
using System.Net;
using System.Text;

namespace LogItems.Client.Tests.Paging.Model;

/// <summary>The way to a modelled server through the client's public door: requests and JSON, but no sockets.</summary>
internal sealed class ModelHandler(ModelServer server) : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var query = request.RequestUri!.Query;
        var answer = server.Answer(Number(query, "offset="), Number(query, "limit=") ?? 0, query.Contains("type=", StringComparison.Ordinal));
        var response = answer is null ? new HttpResponseMessage(HttpStatusCode.ServiceUnavailable) : new HttpResponseMessage { Content = Content(answer) };
        response.RequestMessage = request;
        return Task.FromResult(response);
    }

    private HttpContent Content(ModelAnswer answer)
    {
        var body = Write(answer);
        return answer.Cut is { } cut ? new StreamContent(new MemoryStream(body, 0, (int)(cut * body.Length))) : new ByteArrayContent(body);
    }

    private byte[] Write(ModelAnswer answer)
    {
        var plan = server.Plan;
        var items = string.Join(',', answer.Items.Select(item => item.Json(plan.IsOrdered)));
        var links = plan.HasNext && answer.HasMore ? """{"self":{"href":"/x"},"next":{"href":"/y"}}""" : """{"self":{"href":"/x"}}""";
        var text = plan.IsBareArray
            ? $"[{items}]"
            : $"{{\"results\":[{items}]"
                + (plan.HasEcho ? $",\"offset\":{answer.Offset},\"limit\":{answer.Limit}" : "")
                + (plan.HasTotal ? $",\"totalCount\":{answer.Total}" : "")
                + (plan.HasLinks ? $",\"_links\":{links}}}" : "}");
        return Encoding.UTF8.GetBytes(text);
    }

    private static long? Number(string query, string name)
    {
        var start = query.IndexOf(name, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        start += name.Length;
        var end = query.IndexOf('&', start);
        return long.Parse(query.AsSpan(start, (end < 0 ? query.Length : end) - start), NumberStyles.Integer, CultureInfo.InvariantCulture);
    }
}

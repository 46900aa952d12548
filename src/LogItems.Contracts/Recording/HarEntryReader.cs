using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Recording;

/// <summary>Reads one entry of recorded traffic, whatever its format.</summary>
internal static class HarEntryReader
{
    public static HarEntry Read(JsonElement entry, string source)
    {
        var (request, response) = (LooseJson.Member(entry, "request"), LooseJson.Member(entry, "response"));
        if (LooseJson.Text(request, "method") is not { Length: > 0 } method
            || !Uri.TryCreate(LooseJson.Text(request, "url"), UriKind.Absolute, out var url))
        {
            return Skip(null, $"{source} has no method or no address.");
        }

        var line = $"{source} ({method} {NodeText.Shorten(url.AbsolutePath)})";
        if (ReasonToSkip(method, url) is { } reason)
        {
            return Skip(url, $"{line} {reason}, which is not checked.");
        }

        if (LooseJson.Number(response, "status") is not (>= 100 and <= 599 and var status))
        {
            return Skip(url, $"{line} has no response.");
        }

        if (status == 304)
        {
            return Skip(url, $"{line} was served from a cache, which is not checked.");
        }

        var postData = LooseJson.Member(request, "postData");
        var body = HarBody.Of(response, isNever: status == 204 || method.Equals("HEAD", StringComparison.OrdinalIgnoreCase));
        var exchange = new Exchange(
            method, url.AbsolutePath, QueryOf(url, request), (int)status, HarHeaders.ContentTypeOf(response), body.Bytes)
        {
            Source = source,
            RequestContentType = LooseJson.Text(postData, "mimeType"),
            RequestBody = LooseJson.Text(postData, "text") is { Length: > 0 } text ? HarBody.Decode(text, LooseJson.Text(postData, "encoding")) : null,
            RequestFields = FieldsOf(postData),
        };
        var note = !body.IsRecorded ? $"{line} was recorded without the body, which is not checked." : null;
        return new HarEntry(url, exchange, note, body.IsRecorded, body.IsUndecodable)
        {
            TruncationNote = body.IsTruncated ? $"{line} was recorded with only a part of the body, which is not checked." : null,
        };
    }

    // Proxies record tunnels; browsers also record requests that were never sent, and connections that are not requests.
    private static string? ReasonToSkip(string method, Uri url) =>
        method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase) ? "is a preflight of a browser"
        : method.Equals("CONNECT", StringComparison.OrdinalIgnoreCase) ? "is a tunnel through a proxy"
        : url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps ? $"is not an HTTP request but one of the scheme '{url.Scheme}'"
        : null;

    // Insomnia omits the parameters from the address.
    private static string QueryOf(Uri url, JsonElement? request)
    {
        if (LooseJson.Member(request, "queryString") is not { ValueKind: JsonValueKind.Array } list)
        {
            return url.Query;
        }

        var sent = QueryText.Raw(url.Query).Select(pair => pair.Name).ToHashSet(StringComparer.Ordinal);
        var missing =
            from pair in list.EnumerateArray()
            let name = LooseJson.Text(pair, "name")
            where name is { Length: > 0 } && !sent.Contains(name) && !sent.Contains(QueryText.Decode(name))
            select $"{Uri.EscapeDataString(name)}={Uri.EscapeDataString(LooseJson.Text(pair, "value") ?? "")}";
        return string.Join('&', new[] { url.Query }.Where(query => query.Length > 1).Concat(missing));
    }

    // Recorders write the fields of a form instead of its text, or in addition to it.
    private static List<(string, string)>? FieldsOf(JsonElement? postData) =>
        LooseJson.Member(postData, "params") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(field => (LooseJson.Text(field, "name") ?? "", LooseJson.Text(field, "value") ?? ""))]
            : null;

    private static HarEntry Skip(Uri? url, string note) => new(url, null, note, HasBody: false, IsUndecodable: false);
}

using System.Text;
using System.Text.Json;
using LogItems.Contracts.Conformance;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Recording;

/// <summary>Reads one entry of recorded traffic, whatever it looks like.</summary>
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

        if (method.Equals("OPTIONS", StringComparison.OrdinalIgnoreCase))
        {
            return Skip(url, $"{source} ({method} {url.AbsolutePath}) is a preflight of a browser, which is not judged.");
        }

        if (LooseJson.Number(response, "status") is not (>= 100 and <= 599 and var status))
        {
            return Skip(url, $"{source} ({method} {url.AbsolutePath}) has no answer.");
        }

        var (body, hasBody, isUndecodable) = BodyOf(response);
        var exchange = new Exchange(method, url.AbsolutePath, url.Query, (int)status, ContentTypeOf(response), body)
        {
            Source = source,
            RequestContentType = LooseJson.Text(LooseJson.Member(request, "postData"), "mimeType"),
            RequestBody = LooseJson.Text(LooseJson.Member(request, "postData"), "text") is { Length: > 0 } text ? Encoding.UTF8.GetBytes(text) : null,
            RequestFields = FieldsOf(LooseJson.Member(request, "postData")),
        };
        var note = hasBody ? null : $"{source} ({method} {url.AbsolutePath}) was recorded without the body, which is not judged.";
        return new HarEntry(url, exchange, note, hasBody, isUndecodable);
    }

    // Recorders write the fields of a form instead of its text, or beside it.
    private static List<(string, string)>? FieldsOf(JsonElement? postData) =>
        LooseJson.Member(postData, "params") is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() > 0
            ? [.. list.EnumerateArray().Select(field => (LooseJson.Text(field, "name") ?? "", LooseJson.Text(field, "value") ?? ""))]
            : null;

    private static HarEntry Skip(Uri? url, string note) => new(url, null, note, HasBody: false, IsUndecodable: false);

    private static (ReadOnlyMemory<byte> Body, bool HasBody, bool IsUndecodable) BodyOf(JsonElement? response)
    {
        var content = LooseJson.Member(response, "content");
        if (LooseJson.Text(content, "text") is not { } text)
        {
            // Recorders leave bodies out that are large, or that they do not hold any more.
            var size = LooseJson.Number(content, "size") ?? LooseJson.Number(response, "bodySize") ?? 0;
            return (default, size <= 0, false);
        }

        if (LooseJson.Text(content, "encoding") is not { } encoding)
        {
            return (Encoding.UTF8.GetBytes(text), true, false);
        }

        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(text, bytes, out var length)
            ? (bytes.AsMemory(0, length), true, false)
            : (default, false, true);
    }

    // The header tells what was sent; the MIME type of the content is what the recorder took it for.
    private static string? ContentTypeOf(JsonElement? response)
    {
        var headers = LooseJson.Member(response, "headers") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;
        var header = headers
            .Where(header => string.Equals(LooseJson.Text(header, "name"), "Content-Type", StringComparison.OrdinalIgnoreCase))
            .Select(header => LooseJson.Text(header, "value")).FirstOrDefault();
        return header ?? (LooseJson.Text(LooseJson.Member(response, "content"), "mimeType") is { Length: > 0 } type ? type : null);
    }
}

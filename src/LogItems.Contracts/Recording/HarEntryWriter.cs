using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LogItems.Contracts.Conformance;

namespace LogItems.Contracts.Recording;

/// <summary>Writes one exchange as an entry of recorded traffic.</summary>
internal static class HarEntryWriter
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static JsonObject Write(
        HttpRequestMessage request, byte[]? sent, HttpResponseMessage response, byte[] received, int maxBody,
        DateTimeOffset date, TimeSpan time)
    {
        var address = SecretRemoval.FromAddress(request.RequestUri!);
        return new JsonObject
        {
            ["startedDateTime"] = date.ToString("O", CultureInfo.InvariantCulture),
            ["time"] = time.TotalMilliseconds,
            ["request"] = Request(request, sent, address),
            ["response"] = new JsonObject
            {
                ["status"] = (int)response.StatusCode,
                ["statusText"] = response.ReasonPhrase ?? "",
                ["httpVersion"] = $"HTTP/{response.Version}",
                ["cookies"] = new JsonArray(),
                ["headers"] = Headers(response.Headers, response.Content.Headers),
                ["redirectURL"] = "",
                ["headersSize"] = -1,
                ["bodySize"] = received.Length,
                ["content"] = Content(response, received, maxBody, address),
            },
            ["cache"] = new JsonObject(),
            ["timings"] = new JsonObject { ["send"] = 0, ["wait"] = time.TotalMilliseconds, ["receive"] = 0 },
        };
    }

    private static JsonObject Request(HttpRequestMessage request, byte[]? sent, Uri address)
    {
        var entry = new JsonObject
        {
            ["method"] = request.Method.Method,
            ["url"] = address.AbsoluteUri,
            ["httpVersion"] = $"HTTP/{request.Version}",
            ["cookies"] = new JsonArray(),
            ["headers"] = Headers(request.Headers, request.Content?.Headers),
            ["queryString"] = new JsonArray([.. QueryText.Parse(address.Query).Select(pair => Pair(pair.Name, pair.Value))]),
            ["headersSize"] = -1,
            ["bodySize"] = sent?.Length ?? 0,
        };
        if (sent is not null)
        {
            entry["postData"] = Posted(request, sent);
        }

        return entry;
    }

    private static JsonObject Posted(HttpRequestMessage request, byte[] sent)
    {
        var type = request.Content!.Headers.ContentType?.ToString() ?? "";
        var (text, _) = Text(SecretRemoval.FromBody(sent, type, request.RequestUri!));
        return new JsonObject { ["mimeType"] = type, ["text"] = text };
    }

    private static JsonObject Content(HttpResponseMessage response, byte[] received, int maxBody, Uri address)
    {
        var type = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : "";
        var content = new JsonObject { ["size"] = received.Length, ["mimeType"] = type };
        if (received.Length > maxBody)
        {
            content["comment"] = "The body is too large to be recorded.";
            return content;
        }

        var (text, encoding) = Text(SecretRemoval.FromBody(received, type, address));
        content["text"] = text;
        if (encoding is not null)
        {
            content["encoding"] = encoding;
        }

        return content;
    }

    private static (string Text, string? Encoding) Text(byte[] body)
    {
        try
        {
            return (Strict.GetString(body), null);
        }
        catch (DecoderFallbackException)
        {
            return (Convert.ToBase64String(body), "base64");
        }
    }

    private static JsonArray Headers(HttpHeaders headers, HttpHeaders? ofContent) => new(
    [
        .. headers.Concat<KeyValuePair<string, IEnumerable<string>>>(ofContent ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>())
            .SelectMany(header => header.Value.Select(value => Pair(header.Key, SecretRemoval.FromHeader(header.Key, value)))),
    ]);

    private static JsonObject Pair(string name, string value) => new() { ["name"] = name, ["value"] = value };
}

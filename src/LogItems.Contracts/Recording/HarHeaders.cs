using System.Text.Json;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Recording;

/// <summary>Reads the headers of recorded responses.</summary>
internal static class HarHeaders
{
    /// <summary>The first value of a header; null if the header is missing.</summary>
    public static string? ValueOf(JsonElement? response, string name)
    {
        var headers = LooseJson.Member(response, "headers") is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;
        return headers
            .Where(header => string.Equals(LooseJson.Text(header, "name"), name, StringComparison.OrdinalIgnoreCase))
            .Select(header => LooseJson.Text(header, "value")).FirstOrDefault();
    }

    /// <summary>The media type: from the header, which was sent, or else the MIME type derived by the recorder.</summary>
    public static string? ContentTypeOf(JsonElement? response) => ValueOf(response, "Content-Type")
        ?? (LooseJson.Text(LooseJson.Member(response, "content"), "mimeType") is { Length: > 0 } type ? type : null);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using LogItems.Contracts.Documents;
using LogItems.Contracts.Schemas;

namespace LogItems.Contracts.Recording;

/// <summary>The body of a recorded response.</summary>
/// <param name="Bytes">The body; empty if it is missing or cannot be read.</param>
/// <param name="IsRecorded">Whether it was recorded; true if there was none.</param>
/// <param name="IsUndecodable">Whether it was recorded in a way that cannot be decoded.</param>
/// <param name="IsTruncated">Whether the recorded body is truncated.</param>
internal sealed record HarBody(ReadOnlyMemory<byte> Bytes, bool IsRecorded, bool IsUndecodable = false, bool IsTruncated = false)
{
    private const string Complete = "COMPLETE";

    private static readonly byte[] Gzip = [0x1F, 0x8B];

    /// <summary>Reads the body of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isNever">Whether there is never a body, as for 204 and HEAD, regardless of the recorded sizes.</param>
    public static HarBody Of(JsonElement? response, bool isNever)
    {
        var content = LooseJson.Member(response, "content");
        var size = isNever ? 0 : Size(response, content);
        if (LooseJson.Text(content, "text") is not { } text)
        {
            // Recorders omit bodies that are large or no longer available; the size is then unknown or that of the body.
            return new HarBody(default, IsRecorded: size == 0);
        }

        if (Decode(text, LooseJson.Text(content, "encoding")) is not { } bytes
            || (bytes.AsSpan().StartsWith(Gzip) && MediaTypeName.IsJson(HarHeaders.ContentTypeOf(response))))
        {
            return new HarBody(default, IsRecorded: false, IsUndecodable: true);
        }

        return new HarBody(bytes, IsRecorded: true, IsTruncated: bytes.Length < size || HasFailed(response));
    }

    /// <summary>The original bytes of a recorded text; null if they cannot be restored.</summary>
    public static byte[]? Decode(string text, string? encoding)
    {
        if (string.IsNullOrEmpty(encoding))
        {
            return Encoding.UTF8.GetBytes(text);
        }

        var bytes = new byte[(text.Length / 4 * 3) + 3];
        return encoding.Equals("base64", StringComparison.OrdinalIgnoreCase) && Convert.TryFromBase64String(text, bytes, out var length)
            ? bytes[..length]
            : null;
    }

    // The largest recorded number, because recorders write 0 or -1 for unknown; null if absent.
    private static double? Size(JsonElement? response, JsonElement? content)
    {
        var header = HarHeaders.ValueOf(response, "Content-Length");
        double?[] sizes =
        [
            LooseJson.Number(content, "size"),
            LooseJson.Number(response, "bodySize"),
            long.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : null,
        ];
        return sizes.Where(size => size >= 0).Max();
    }

    // Charles records whether the exchange failed.
    private static bool HasFailed(JsonElement? response) =>
        LooseJson.Text(response, "_charlesStatus") is { } status && !status.Equals(Complete, StringComparison.OrdinalIgnoreCase);
}

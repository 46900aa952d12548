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
/// <param name="IsCut">Whether less was recorded than was received.</param>
internal sealed record HarBody(ReadOnlyMemory<byte> Bytes, bool IsRecorded, bool IsUndecodable = false, bool IsCut = false)
{
    private const string Complete = "COMPLETE";

    private static readonly byte[] Gzip = [0x1F, 0x8B];

    /// <summary>Reads the body of a response.</summary>
    /// <param name="response">The response.</param>
    /// <param name="isNever">Whether there never is a body, as for 204 and for HEAD, whatever the sizes are.</param>
    public static HarBody Of(JsonElement? response, bool isNever)
    {
        var content = LooseJson.Member(response, "content");
        var size = isNever ? 0 : Size(response, content);
        if (LooseJson.Text(content, "text") is not { } text)
        {
            // Recorders leave bodies out that are large, or that they no longer have; then the size is unknown or that of the body.
            return new HarBody(default, IsRecorded: size == 0);
        }

        if (Decode(text, LooseJson.Text(content, "encoding")) is not { } bytes
            || (bytes.AsSpan().StartsWith(Gzip) && MediaTypeName.IsJson(HarHeaders.ContentTypeOf(response))))
        {
            return new HarBody(default, IsRecorded: false, IsUndecodable: true);
        }

        return new HarBody(bytes, IsRecorded: true, IsCut: bytes.Length < size || HasFailed(response));
    }

    /// <summary>The bytes that a text was recorded for; null if they cannot be restored.</summary>
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

    // The largest recorded number, since recorders write 0 or -1 for unknown; null if absent.
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

    // Charles writes how the exchange ended.
    private static bool HasFailed(JsonElement? response) =>
        LooseJson.Text(response, "_charlesStatus") is { } status && !status.Equals(Complete, StringComparison.OrdinalIgnoreCase);
}

using System.Text;

namespace LogItems.Responses;

/// <summary>Converts the bytes of a body to UTF-8, whatever their encoding.</summary>
internal static class Utf8Body
{
    private const int Utf8CodePage = 65001;

    public static ReadOnlyMemory<byte> Of(byte[] body, HttpContent content)
    {
        if (IsUtf8(body, content))
        {
            return body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body;
        }

        using var text = new StreamReader(new MemoryStream(body), BodyText.Encoding(content));
        return Encoding.UTF8.GetBytes(text.ReadToEnd());
    }

    /// <summary>Determines whether a body is UTF-8: by the charset of the response, unless a byte order mark indicates otherwise.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> beginning, HttpContent content) =>
        BodyText.Encoding(content).CodePage == Utf8CodePage && beginning is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]);
}

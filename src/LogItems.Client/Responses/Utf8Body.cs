using System.Text;

namespace LogItems.Responses;

/// <summary>The bytes of a body as UTF-8, whatever it was sent in.</summary>
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

    /// <summary>By the charset that the answer names, unless a byte order mark says otherwise.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> beginning, HttpContent content) =>
        BodyText.Encoding(content).CodePage == Utf8CodePage && beginning is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]);
}

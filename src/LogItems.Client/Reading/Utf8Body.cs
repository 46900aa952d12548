using System.Text;

namespace LogItems;

/// <summary>The bytes of a body as UTF-8, whatever it was sent in.</summary>
internal static class Utf8Body
{
    private const int Utf8CodePage = 65001;

    public static ReadOnlyMemory<byte> Of(byte[] body, HttpContent content)
    {
        var encoding = BodyText.Encoding(content);
        if (encoding.CodePage == Utf8CodePage && body is not ([0xFE, 0xFF, ..] or [0xFF, 0xFE, ..]))
        {
            return body is [0xEF, 0xBB, 0xBF, ..] ? body.AsMemory(3) : body;
        }

        using var text = new StreamReader(new MemoryStream(body), encoding);
        return Encoding.UTF8.GetBytes(text.ReadToEnd());
    }
}

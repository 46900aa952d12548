using System.Text;
using System.Text.Json;

namespace LogItems.Serialization.Utf8;

/// <summary>Decodes UTF-8 strictly: invalid bytes are rejected.</summary>
internal static class Utf8Text
{
    private const char Replacement = '\uFFFD';

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="JsonException">The bytes are not valid UTF-8.</exception>
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return Strict.GetString(utf8);
        }
        catch (DecoderFallbackException invalid)
        {
            throw new JsonException("The body is not valid UTF-8.", invalid);
        }
    }

    /// <summary>Decodes a string with escapes that a JSON reader has found to be well-formed.</summary>
    /// <remarks>A lone surrogate becomes U+FFFD, as with Newtonsoft.Json.</remarks>
    public static string DecodeEscaped(ReadOnlySpan<byte> utf8)
    {
        var chars = Decode(utf8).ToCharArray();
        var text = chars.AsSpan(0, Unescape(chars));
        ReplaceHalves(text);
        return text.ToString();
    }

    /// <summary>Does the same, as UTF-8.</summary>
    public static byte[] Unescape(ReadOnlySpan<byte> utf8) => Encoding.UTF8.GetBytes(DecodeEscaped(utf8));

    private static int Unescape(Span<char> chars)
    {
        var to = 0;
        for (var from = 0; from < chars.Length; from++)
        {
            chars[to++] = chars[from] != '\\' ? chars[from] : chars[++from] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'u' => Hexadecimal(chars, ref from),
                var itself => itself,
            };
        }

        return to;
    }

    /// <summary>Reads four digits that a JSON reader has found to be hexadecimal.</summary>
    private static char Hexadecimal(ReadOnlySpan<char> chars, ref int from)
    {
        var value = 0;
        for (var last = from + 4; from < last;)
        {
            var digit = chars[++from];
            value = (value << 4) | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return (char)value;
    }

    private static void ReplaceHalves(Span<char> text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsSurrogate(text[at]))
            {
                continue;
            }

            if (at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]))
            {
                at++;
            }
            else
            {
                text[at] = Replacement;
            }
        }
    }
}

using System.Buffers;
using System.Text;

namespace LogItems.Export.Postgres;

/// <summary>Makes text acceptable to PostgreSQL: without U+0000 and lone surrogates.</summary>
internal static class PostgresText
{
    private static readonly SearchValues<char> Unsupported = SearchValues.Create(['\0', .. Enumerable.Range(0xD800, 0x800).Select(number => (char)number)]);

    public static string Of(string text)
    {
        var index = text.AsSpan().IndexOfAny(Unsupported);
        return index >= 0 && (text.Contains('\0') || HasLoneSurrogate(text.AsSpan(index))) ? Replace(text) : text;
    }

    private static bool HasLoneSurrogate(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var length) != OperationStatus.Done)
            {
                return true;
            }

            text = text[length..];
        }

        return false;
    }

    private static string Replace(string text)
    {
        var replaced = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            replaced.Append(rune.Value == 0 ? Rune.ReplacementChar.ToString() : rune.ToString());
        }

        return replaced.ToString();
    }
}

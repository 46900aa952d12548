using System.Globalization;
using System.Text;
using Spectre.Console.Rendering;

namespace LogItems.Cli.Output;

/// <summary>Makes text of the server's safe to show: a mail subject must not move the cursor or hide what follows it.</summary>
internal static class TerminalText
{
    /// <summary>Writes control and invisible formatting characters as <c>\n</c> or <c>\u001B</c>.</summary>
    public static string Escape(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = IsUnsafe(rune) ? escaped.Append(Written(rune)) : escaped.Append(rune);
        }

        return escaped.ToString();
    }

    /// <summary>How many columns text takes that has been escaped; Chinese characters and most emoji take two.</summary>
    public static int Width(string text) => new Segment(text).CellCount();

    /// <summary>As much of the text as fits into so many columns, with an ellipsis for the rest; no character is cut in two.</summary>
    public static string Cut(string text, int columns)
    {
        var (used, end, cut) = (0, 0, 0);
        while (end < text.Length)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            used += Width(text.Substring(end, length));
            if (used > columns)
            {
                return columns > 0 ? $"{text[..cut]}…" : "";
            }

            end += length;
            cut = used < columns ? end : cut;
        }

        return text;
    }

    private static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => true,
        // Zero-width joiners are part of words and of emoji; other format characters reverse or hide text.
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

    private static string Written(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        > 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
    };
}

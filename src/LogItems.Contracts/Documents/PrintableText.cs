using System.Globalization;
using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Makes text from documents and servers safe to display: it must not move the cursor, nor hide or reverse adjacent text.</summary>
public static class PrintableText
{
    /// <summary>Writes control characters and invisible formatting characters as <c>\n</c> or <c>\u001B</c>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="keepsLines">Whether line breaks and tabs are kept.</param>
    public static string Escape(string text, bool keepsLines = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Escape(text, rune => IsUnsafe(rune) && !(keepsLines && rune.Value is '\n' or '\r' or '\t'), Written);
    }

    /// <summary>Writes the invisible formatting characters in JSON text as <c>\u202E</c>, which means the same in JSON.</summary>
    /// <param name="json">JSON text whose control characters are already escaped.</param>
    public static string EscapeJson(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Escape(json, IsHidden, WrittenInJson);
    }

    /// <summary>Determines whether a character is invisible and changes how others are displayed.</summary>
    /// <remarks>Zero-width joiners are excluded: they are part of words and of emoji.</remarks>
    public static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format && rune.Value is not (0x200C or 0x200D);

    private static bool IsUnsafe(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || IsHidden(rune);

    private static string Escape(string text, Func<Rune, bool> isEscaped, Func<Rune, string> write)
    {
        // Most text is printable ASCII, which needs no escaping.
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~') || !text.EnumerateRunes().Any(isEscaped))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = isEscaped(rune) ? escaped.Append(write(rune)) : escaped.Append(rune);
        }

        return escaped.ToString();
    }

    private static string Written(Rune rune) => rune.Value switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        > 0xFFFF => string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:X8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}"),
    };

    /// <summary>A JSON escape has four digits, so other characters are written as two escapes, as in UTF-16.</summary>
    private static string WrittenInJson(Rune rune) =>
        string.Concat(rune.ToString().Select(unit => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)unit:X4}")));
}

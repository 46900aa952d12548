using System.Globalization;
using System.Text;

namespace LogItems.Primitives;

/// <summary>Makes text from a server safe to quote in a message: one line of limited length without control characters.</summary>
internal static class PlainText
{
    /// <summary>The longest text that is quoted, in characters.</summary>
    public const int Limit = 300;

    /// <summary>Converts to one line: control characters, bidirectional marks and runs of white space become one space each.</summary>
    public static string OneLine(string text, int limit = Limit)
    {
        var line = new StringBuilder(Math.Min(text.Length, limit + 1));
        var isGap = false;
        foreach (var character in text)
        {
            if (IsInvisible(character))
            {
                isGap = line.Length > 0;
                continue;
            }

            if (isGap)
            {
                line.Append(' ');
                isGap = false;
            }

            line.Append(character);
            if (line.Length > limit)
            {
                return line.ToString(0, char.IsHighSurrogate(line[limit - 1]) ? limit - 1 : limit) + "…";
            }
        }

        return line.ToString();
    }

    /// <summary>
    /// Determines whether a text looks like an identifier: ASCII letters, digits, <c>_</c>, <c>-</c> and <c>.</c>, 64 characters at
    /// most.
    /// </summary>
    public static bool IsWord(string text) =>
        text.Length is > 0 and <= 64 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    private static bool IsInvisible(char character) => char.IsWhiteSpace(character) || char.GetUnicodeCategory(character)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>Formats a string so that it is readable and every YAML parser reads it as a string.</summary>
internal static partial class YamlText
{
    private const int Width = 100;

    public static string OfKey(string text) =>
        IsPlain(text) ? text
        : text.Length == 0 || IsWords(text) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : Escaped(text);

    /// <summary>The text as a value; the lines of a block begin at the indent.</summary>
    public static string OfValue(string text, int indent) =>
        IsLines(text) ? Literal(text, indent)
        : text.Length > Width && text.Contains(' ', StringComparison.Ordinal) && IsWords(text) ? Folded(text, indent)
        : OfKey(text);

    // Text with a leading digit is always quoted, because YAML 1.1 parsers do not read dates, 1:30 and so on as text.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/' or '$')
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && IsWords(text)
        && !OtherType().IsMatch(text);

    private static string Literal(string text, int indent)
    {
        var content = text.TrimEnd('\n');
        var chomping = (text.Length - content.Length) switch { 0 => "-", 1 => "", _ => "+" };
        var lines = (chomping == "+" ? text[..^1] : content).Split('\n');
        return Block($"|{chomping}", lines, indent);
    }

    private static string Folded(string text, int indent)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && indent + line.Length + 1 + word.Length > Width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        return Block(">-", [.. lines, line.ToString()], indent);
    }

    private static string Block(string header, IEnumerable<string> lines, int indent)
    {
        var margin = new string(' ', indent);
        return string.Join('\n', lines.Select(line => line.Length == 0 ? "" : margin + line).Prepend(header));
    }

    private static string Escaped(string text)
    {
        var result = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(Escaped(rune));
        }

        return result.Append('"').ToString();
    }

    private static string Escaped(Rune rune) => rune.Value switch
    {
        '"' => "\\\"",
        '\\' => @"\\",
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        ' ' => " ",
        var code when rune.IsBmp && IsVisible((char)code) => rune.ToString(),
        var code when rune.IsBmp => $@"\u{code.ToString("X4", CultureInfo.InvariantCulture)}",
        var code => $@"\U{code.ToString("X8", CultureInfo.InvariantCulture)}",
    };

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherType();

    // Determines whether a character needs no escaping. Typographic spaces and line separators do, because they are invisible.
    private static bool IsVisible(char character) => character is (>= '\x21' and <= '\x7E') or (>= '\u00A1' and <= '\u1FFF')
        or (>= '\u2010' and <= '\u2027') or (>= '\u2030' and <= '\u205E') or (>= '\u2070' and <= '\u2FFF') or (>= '\u3001' and <= '\uD7FF');

    /// <summary>Determines whether a text consists of visible words with single spaces between them.</summary>
    private static bool IsWords(string text)
    {
        var isSpace = true;
        foreach (var character in text)
        {
            if (character == ' ' ? isSpace : !IsVisible(character))
            {
                return false;
            }

            isSpace = character == ' ';
        }

        return !isSpace;
    }

    /// <summary>Determines whether a text consists of several lines of visible words, the first not indented and none with a trailing space.</summary>
    private static bool IsLines(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || !IsVisible(text[0]))
        {
            return false;
        }

        for (var index = 1; index < text.Length; index++)
        {
            var isSound = text[index] switch
            {
                '\n' => text[index - 1] != ' ',
                ' ' => true,
                var character => IsVisible(character),
            };
            if (!isSound)
            {
                return false;
            }
        }

        return text[^1] != ' ';
    }
}

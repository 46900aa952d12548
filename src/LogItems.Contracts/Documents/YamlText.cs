using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Documents;

/// <summary>A string in a readable form that every YAML parser reads as a string.</summary>
internal static partial class YamlText
{
    private const int Width = 100;

    // Characters that need no escape. Typographic spaces and line separators do: they are invisible.
    private const string Visible = @"[\x21-\x7E\u00A1-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uD7FF]";

    public static string OfKey(string text) =>
        IsPlain(text) ? text
        : text.Length == 0 || Words().IsMatch(text) ? $"'{text.Replace("'", "''", StringComparison.Ordinal)}'"
        : Escaped(text);

    /// <summary>The text as a value; the lines of a block begin at the indent.</summary>
    public static string OfValue(string text, int indent) =>
        Lines().IsMatch(text) ? Literal(text, indent)
        : text.Length > Width && text.Contains(' ', StringComparison.Ordinal) && Words().IsMatch(text) ? Folded(text, indent)
        : OfKey(text);

    // A leading digit is always quoted: YAML 1.1 parsers do not read dates, 1:30 and the like as text.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/' or '$')
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && Words().IsMatch(text)
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
        _ when Words().IsMatch(rune.ToString()) => rune.ToString(),
        var code when rune.IsBmp => $@"\u{code.ToString("X4", CultureInfo.InvariantCulture)}",
        var code => $@"\U{code.ToString("X8", CultureInfo.InvariantCulture)}",
    };

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherType();

    [GeneratedRegex($@"^{Visible}+( {Visible}+)*\z")]
    private static partial Regex Words();

    [GeneratedRegex($@"^{Visible}+( +{Visible}+)*(\n+( *{Visible}+( +{Visible}+)*)?)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}

using System.Text.RegularExpressions;
using YamlDotNet.Core;

namespace LogItems.Contracts;

/// <summary>How a string is written so that people like to read it and every YAML reader takes it for a string.</summary>
internal static partial class YamlStringStyle
{
    public const int Width = 100;

    // What needs no escape. Typographic spaces and line separators do: nobody would see them.
    private const string Visible = @"[\x21-\x7E\u00A1-\u1FFF\u2010-\u2027\u2030-\u205E\u2070-\u2FFF\u3001-\uD7FF]";

    public static ScalarStyle OfKey(string text) => IsPlain(text) ? ScalarStyle.Plain : Quoted(text);

    public static ScalarStyle OfValue(string text) =>
        Lines().IsMatch(text) ? ScalarStyle.Literal
        : text.Length > Width && text.Contains(' ', StringComparison.Ordinal) && Words().IsMatch(text) ? ScalarStyle.Folded
        : OfKey(text);

    private static ScalarStyle Quoted(string text) =>
        text.Length == 0 || Words().IsMatch(text) ? ScalarStyle.SingleQuoted : ScalarStyle.DoubleQuoted;

    // A leading digit is always quoted: YAML 1.1 readers take dates, 1:30 and the like for something else than text.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && (char.IsAsciiLetter(text[0]) || text[0] is '_' or '/' or '$')
        && text[^1] != ':'
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && Words().IsMatch(text)
        && !OtherType().IsMatch(text);

    [GeneratedRegex(@"^(y|n|yes|no|on|off|true|false|null)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OtherType();

    [GeneratedRegex($@"^{Visible}+( {Visible}+)*\z")]
    private static partial Regex Words();

    [GeneratedRegex($@"^{Visible}+( +{Visible}+)*(\n+( *{Visible}+( +{Visible}+)*)?)+\z", RegexOptions.NonBacktracking)]
    private static partial Regex Lines();
}

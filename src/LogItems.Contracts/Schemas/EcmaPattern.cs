using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LogItems.Contracts.Schemas;

/// <summary>Translates a regular expression from ECMA 262 (with its <c>u</c> flag) to .NET where the two differ.</summary>
/// <remarks>.NET's own ECMAScript option lacks Unicode categories and lookbehind. Characters beyond U+FFFF are one character
/// outside of character classes only.</remarks>
internal sealed class EcmaPattern
{
    private const string Digit = "0-9";
    private const string NotDigit = @"\0-/:-\uFFFF";
    private const string Word = "A-Za-z0-9_";
    private const string NotWord = @"\0-/:-@\[-\^`{-\uFFFF";
    private const string Space = @"\t-\r \u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF";
    private const string NotSpace =
        @"\0-\x08\x0E-\x1F!-\u009F\u00A1-\u167F\u1681-\u1FFF\u200B-\u2027\u202A-\u202E\u2030-\u205E\u2060-\u2FFF\u3001-\uFEFE\uFF00-\uFFFF";

    private static readonly FrozenDictionary<string, string> Categories = new Dictionary<string, string>
    {
        ["Letter"] = "L", ["Uppercase_Letter"] = "Lu", ["Lowercase_Letter"] = "Ll", ["Titlecase_Letter"] = "Lt",
        ["Modifier_Letter"] = "Lm", ["Other_Letter"] = "Lo", ["Mark"] = "M", ["Nonspacing_Mark"] = "Mn",
        ["Number"] = "N", ["Decimal_Number"] = "Nd", ["digit"] = "Nd", ["Letter_Number"] = "Nl", ["Other_Number"] = "No",
        ["Punctuation"] = "P", ["punct"] = "P", ["Symbol"] = "S", ["Separator"] = "Z", ["Space_Separator"] = "Zs",
        ["Other"] = "C", ["Control"] = "Cc", ["cntrl"] = "Cc", ["Format"] = "Cf",
    }.ToFrozenDictionary();

    private readonly string pattern;
    private readonly StringBuilder result = new();
    private int position;
    private bool inClass;

    private EcmaPattern(string pattern) => this.pattern = pattern;

    /// <summary>The pattern as .NET has to read it; what .NET cannot read either is left for it to refuse.</summary>
    public static string ToDotNet(string pattern) => new EcmaPattern(pattern).Translate();

    private string Translate()
    {
        while (position < pattern.Length)
        {
            if (pattern[position] == '\\' && position + 1 < pattern.Length)
            {
                TranslateEscape();
            }
            else if (inClass)
            {
                TranslateInClass();
            }
            else
            {
                TranslateOutside();
            }
        }

        return result.ToString();
    }

    private void TranslateOutside()
    {
        var (length, text) = pattern[position] switch
        {
            '$' => (1, @"\z"),
            '.' => (1, @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^\n\r\u2028\u2029])"),
            '[' when Follows("[^]") => (3, @"[\s\S]"),
            '[' when Follows("[]") => (2, "(?!)"),
            _ when IsPair() => (2, $"(?:{pattern.Substring(position, 2)})"),
            var other => (1, other.ToString()),
        };
        inClass = pattern[position] == '[' && length == 1;
        Replace(length, text);
    }

    private void TranslateInClass()
    {
        var character = pattern[position];
        inClass = character != ']';
        // A second bracket would begin a subtraction in .NET.
        Replace(1, character == '[' ? @"\[" : character.ToString());
    }

    private void TranslateEscape()
    {
        switch (pattern[position + 1])
        {
            case 'd': ReplaceClass(Digit); break;
            case 'D': ReplaceClass(NotDigit); break;
            case 'w': ReplaceClass(Word); break;
            case 'W': ReplaceClass(NotWord); break;
            case 's': ReplaceClass(Space); break;
            case 'S': ReplaceClass(NotSpace); break;
            case 'b' when !inClass: Replace(2, $"(?:(?<=[{Word}])(?![{Word}])|(?<![{Word}])(?=[{Word}]))"); break;
            case 'B' when !inClass: Replace(2, $"(?:(?<=[{Word}])(?=[{Word}])|(?<![{Word}])(?![{Word}]))"); break;
            case 'p' or 'P': TranslateCategory(); break;
            case 'u' when Follows(@"\u{"): TranslateCodePoint(); break;
            case 'a' or 'e' or 'A' or 'G' or 'z' or 'Z': Replace(2, pattern[position + 1].ToString()); break;
            default: Replace(2, pattern.Substring(position, 2)); break;
        }
    }

    private void TranslateCategory()
    {
        var match = Regex.Match(pattern[position..], @"^\\([pP])\{(?:(?:General_Category|gc)=)?(\w+)\}");
        if (!match.Success)
        {
            Replace(2, pattern.Substring(position, 2));
            return;
        }

        var name = match.Groups[2].Value;
        Replace(match.Length, $@"\{match.Groups[1].Value}{{{Categories.GetValueOrDefault(name, name)}}}");
    }

    private void TranslateCodePoint()
    {
        var end = pattern.IndexOf('}', position);
        if (end > 0
            && int.TryParse(pattern.AsSpan(position + 3, end - position - 3), NumberStyles.AllowHexSpecifier, null, out var code)
            && Rune.IsValid(code))
        {
            var units = string.Concat(new Rune(code).ToString().Select(unit => $@"\u{(int)unit:X4}"));
            Replace(end - position + 1, inClass ? units : $"(?:{units})");
            return;
        }

        Replace(2, @"\u");
    }

    private void ReplaceClass(string set) => Replace(2, inClass ? set : $"[{set}]");

    private void Replace(int length, string text)
    {
        result.Append(text);
        position += length;
    }

    private bool Follows(string text) => string.CompareOrdinal(pattern, position, text, 0, text.Length) == 0;

    private bool IsPair() => position + 1 < pattern.Length && char.IsSurrogatePair(pattern[position], pattern[position + 1]);
}

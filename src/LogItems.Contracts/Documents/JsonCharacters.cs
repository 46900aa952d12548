using System.Buffers;
using System.Globalization;
using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>The characters of a JSON text, one after the other, with their line and column.</summary>
internal sealed class JsonCharacters(string text)
{
    private const char End = '\0';

    private static readonly SearchValues<char> StringEnds = SearchValues.Create(
        ['"', '\\', .. Enumerable.Range(0, ' ').Select(code => (char)code)]);

    private readonly SharedWords _words = new();
    private int _at;
    private int _lineStart;

    public int Line { get; private set; } = 1;

    public int Column => _at - _lineStart + 1;

    public bool IsAtEnd => _at == text.Length;

    /// <summary>The current character; zero at the end.</summary>
    public char Current => _at < text.Length ? text[_at] : End;

    public void Skip() => _at++;

    public void SkipSpace()
    {
        for (; _at < text.Length; _at++)
        {
            switch (text[_at])
            {
                case ' ' or '\t':
                    break;
                case '\n':
                case '\r' when _at + 1 == text.Length || text[_at + 1] != '\n':
                    Line++;
                    _lineStart = _at + 1;
                    break;
                case '\r':
                    break;
                default:
                    return;
            }
        }
    }

    /// <summary>Skips a character and the space behind it; false if another one is there.</summary>
    public bool SkipOver(char expected)
    {
        if (Current != expected)
        {
            return false;
        }

        Skip();
        SkipSpace();
        return true;
    }

    public bool SkipWord(string word)
    {
        var isThere = text.AsSpan(_at).StartsWith(word, StringComparison.Ordinal);
        _at += isThere ? word.Length : 0;
        return isThere;
    }

    public ReadOnlySpan<char> ReadWhile(SearchValues<char> characters)
    {
        var rest = text.AsSpan(_at);
        var length = rest.IndexOfAnyExcept(characters) is >= 0 and var end ? end : rest.Length;
        _at += length;
        return rest[..length];
    }

    /// <summary>The text as a string, one for all equal short ones.</summary>
    public string Shared(ReadOnlySpan<char> word) => _words.Shared(word);

    /// <summary>Reads a string from its first quotation mark to its last; null if it is not JSON, or not Unicode text.</summary>
    public string? ReadString()
    {
        var rest = text.AsSpan(_at + 1);
        var length = rest.IndexOfAny(StringEnds);
        if (length >= 0 && rest[length] == '"')
        {
            _at += length + 2;
            return _words.Shared(rest[..length]);
        }

        var unescaped = new StringBuilder();
        while (length >= 0 && rest[length] == '\\')
        {
            unescaped.Append(rest[..length]);
            rest = rest[length..];
            if (Escaped(rest) is not { } character)
            {
                return null;
            }

            unescaped.Append(character);
            rest = rest[(rest[1] == 'u' ? 6 : 2)..];
            length = rest.IndexOfAny(StringEnds);
        }

        if (length < 0 || rest[length] != '"')
        {
            return null;
        }

        _at = text.Length - rest.Length + length + 1;
        var result = unescaped.Append(rest[..length]).ToString();
        return HasLoneSurrogate(result) ? null : _words.Shared(result);
    }

    private static char? Escaped(ReadOnlySpan<char> escape) => escape is [_, var letter, ..] ? letter switch
    {
        '"' or '\\' or '/' => letter,
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' when escape.Length >= 6
            && ushort.TryParse(escape[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) => (char)code,
        _ => null,
    } : null;

    private static bool HasLoneSurrogate(ReadOnlySpan<char> characters)
    {
        while (characters.IndexOfAnyInRange('\ud800', '\udfff') is >= 0 and var index)
        {
            if (Rune.DecodeFromUtf16(characters[index..], out _, out var length) != OperationStatus.Done)
            {
                return true;
            }

            characters = characters[(index + length)..];
        }

        return false;
    }
}

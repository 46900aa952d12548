using System.Text;

namespace LogItems.Monitoring.Causes;

/// <summary>Replaces identifiers, dates, sizes, numbers and paths in one pass over a text.</summary>
/// <remarks>The text is scanned once from left to right, with a lookahead of at most one token: the time is linear in the text's length.</remarks>
internal ref partial struct VariableScanner
{
    private const int GuidLength = 36;

    /// <summary>A word with digits of at least this length is an identifier of a request, a message or a correlation.</summary>
    private const int MinIdentifier = 20;

    private readonly string _text;
    private readonly StringBuilder _result;
    private int _at;

    private VariableScanner(string text)
    {
        _text = text;
        _result = new StringBuilder(text.Length);
    }

    public static string Replace(string text)
    {
        var scanner = new VariableScanner(text);
        scanner.Run();
        return scanner._result.ToString();
    }

    private void Run()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]))
            {
                SkipSpace();
            }
            else if (!(IsStartOfToken() && TryPath()) && !(IsStartOfWord() && (TryGuid() || TryNumber() || TryLongWord())))
            {
                CopyWord();
            }
        }
    }

    /// <summary>Replaces any white space by one space; by none at the start.</summary>
    private void SkipSpace()
    {
        _at++;
        if (_result.Length > 0 && _result[^1] != ' ')
        {
            _result.Append(' ');
        }
    }

    private void CopyWord()
    {
        do
        {
            _result.Append(_text[_at++]);
        }
        while (_at < _text.Length && IsWord(_text[_at]) && IsWord(_text[_at - 1]));
    }

    private bool TryGuid()
    {
        if (_at + GuidLength > _text.Length || _text[_at + 8] != '-' || !Guid.TryParseExact(_text.AsSpan(_at, GuidLength), "D", out _)
            || IsWordAt(_at + GuidLength))
        {
            return false;
        }

        return Replace(_at + GuidLength, "{id}");
    }

    private bool TryLongWord()
    {
        var (end, digits, letters) = (_at, 0, 0);
        for (; end < _text.Length && (IsWord(_text[end]) || _text[end] is '+' or '/' or '='); end++)
        {
            digits += char.IsAsciiDigit(_text[end]) ? 1 : 0;
            letters += char.IsLetter(_text[end]) ? 1 : 0;
        }

        return end - _at >= MinIdentifier && digits > 1 && letters > 1 && Replace(end, "{id}");
    }

    private bool Replace(int end, string placeholder)
    {
        _result.Append(placeholder);
        _at = end;
        return true;
    }

    private readonly bool IsStartOfToken() => _at == 0 || char.IsWhiteSpace(_text[_at - 1]) || _text[_at - 1] is '"' or '\'' or '(' or '[' or '‘' or '“';

    /// <summary>After a hyphen inside a word, or a number sign, a digit is part of the word: <c>server-01</c>, <c>STS#-1</c>.</summary>
    private readonly bool IsStartOfWord()
    {
        if (_at == 0)
        {
            return true;
        }

        var before = _text[_at - 1];
        return !IsWord(before) && before != '#' && !(before == '-' && _at > 1 && !char.IsWhiteSpace(_text[_at - 2]));
    }

    private readonly bool IsWordAt(int at) => at < _text.Length && IsWord(_text[at]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c == '_';
}

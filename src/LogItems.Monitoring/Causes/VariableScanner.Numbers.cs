namespace LogItems.Monitoring.Causes;

internal ref partial struct VariableScanner
{
    private const int MaxCode = 10;

    private static readonly string[] SizeUnits = ["B", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "byte", "bytes"];

    private static readonly string[] TimeUnits = ["ms", "s", "sec", "m", "min", "h", "d"];

    /// <summary>A number after one of these words identifies the error or the product.</summary>
    private static readonly string[] WordsBeforeCodes =
    [
        "error", "code", "status", "http", "hresult", "errorcode", "statuscode", "tls", "ssl",
        "microsoft", "office", "exchange", "sharepoint", "windows", "server",
    ];

    private bool TryNumber()
    {
        if (!char.IsAsciiDigit(_text[_at]))
        {
            return false;
        }

        if (TryHexadecimal() || TryDate() || TryTime())
        {
            return true;
        }

        var end = EndOfNumber(_at);
        if (IsWordAt(end))
        {
            return TrySuffix(end);
        }

        if (end < _text.Length && _text[end] == ' ' && UnitAt(end + 1, SizeUnits) is > 0 and var size)
        {
            return Replace(end + 1 + size, "{size}");
        }

        return IsAddress(_text.AsSpan(_at, end - _at)) ? Replace(end, "{address}")
            : IsStatus(end) || IsCode() ? Keep(end)
            : Replace(end, "{number}");
    }

    /// <summary><c>0x87FA0080</c> is a code and is kept; anything longer is an address or an identifier.</summary>
    private bool TryHexadecimal()
    {
        if (_text[_at] != '0' || _at + 2 >= _text.Length || _text[_at + 1] is not ('x' or 'X') || !char.IsAsciiHexDigit(_text[_at + 2]))
        {
            return false;
        }

        var end = _at + 2;
        while (IsWordAt(end))
        {
            end++;
        }

        return end - _at <= MaxCode ? Keep(end) : Replace(end, "{id}");
    }

    /// <summary><c>10MB</c> is a size, <c>30s</c> a number with its unit; <c>2nd</c> and <c>3D</c> are words.</summary>
    private bool TrySuffix(int end) =>
        UnitAt(end, SizeUnits) is > 0 and var size ? Replace(end + size, "{size}")
        : UnitAt(end, TimeUnits) > 0 && Replace(end, "{number}");

    private readonly int UnitAt(int at, string[] units)
    {
        foreach (var unit in units)
        {
            if (string.CompareOrdinal(_text, at, unit, 0, unit.Length) == 0 && !IsWordAt(at + unit.Length))
            {
                return unit.Length;
            }
        }

        return 0;
    }

    /// <summary>Digits, with a single separator between two of them: <c>1,024.5</c>, <c>10.0.0.5:443</c>.</summary>
    private readonly int EndOfNumber(int at)
    {
        while (at < _text.Length && (char.IsAsciiDigit(_text[at])
            || (_text[at] is '.' or ',' or ':' or '-' && at + 1 < _text.Length && char.IsAsciiDigit(_text[at + 1]) && char.IsAsciiDigit(_text[at - 1]))))
        {
            at++;
        }

        return at;
    }

    private static bool IsAddress(ReadOnlySpan<char> number)
    {
        var host = number.IndexOf(':') is >= 0 and var colon ? number[..colon] : number;
        return host.Count('.') == 3 && System.Net.IPAddress.TryParse(host, out _);
    }

    /// <summary>The status of a response, alone in parentheses: <c>(404) Not Found</c>.</summary>
    private readonly bool IsStatus(int end) =>
        end - _at == 3 && _text[_at] is '4' or '5' && _at > 0 && _text[_at - 1] == '(' && end < _text.Length && _text[end] == ')';

    private readonly bool IsCode()
    {
        var end = _at;
        while (end > 0 && _text[end - 1] is ' ' or ':' or '=' or '(' or '\'' or '"' or '-')
        {
            end--;
        }

        var start = end;
        while (start > 0 && char.IsLetter(_text[start - 1]))
        {
            start--;
        }

        var word = _text.AsSpan(start, end - start);
        foreach (var known in WordsBeforeCodes)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private bool Keep(int end)
    {
        _result.Append(_text, _at, end - _at);
        _at = end;
        return true;
    }
}

using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads single values in their usual format.</summary>
internal ref partial struct LayoutReader
{
    /// <summary>The maximum number of digits of an integer that always fits.</summary>
    private const int SafeDigits = 18;

    /// <summary>The bytes that end the plain ASCII part of a string: the quote, and bytes that need decoding.</summary>
    private static readonly SearchValues<byte> EndOfAscii =
        SearchValues.Create([.. Enumerable.Range(0, 256).Where(one => one is < ' ' or '"' or '\\' or >= 0x80).Select(one => (byte)one)]);

    private static readonly SearchValues<byte> EndOfText =
        SearchValues.Create([.. Enumerable.Range(0, 256).Where(one => one is < ' ' or '"' or '\\').Select(one => (byte)one)]);

    public bool TryNull()
    {
        if (!_bytes[_position..].StartsWith("null"u8))
        {
            return false;
        }

        _position += 4;
        return true;
    }

    public bool TryBoolean(out bool value)
    {
        var rest = _bytes[_position..];
        value = rest.StartsWith("true"u8);
        if (!value && !rest.StartsWith("false"u8))
        {
            return false;
        }

        _position += value ? 4 : 5;
        return true;
    }

    public bool TryInt32(out int value)
    {
        var isRead = TryInt64(out var number);
        value = (int)number;
        return isRead && value == number;
    }

    /// <summary>Digits only; a fraction or an exponent after them does not match the layout that follows.</summary>
    public bool TryInt64(out long value)
    {
        value = 0;
        var rest = _bytes[_position..];
        var begin = !rest.IsEmpty && rest[0] == '-' ? 1 : 0;
        var at = begin;
        for (; at < rest.Length && char.IsAsciiDigit((char)rest[at]) && at < SafeDigits; at++)
        {
            value = (value * 10) + (rest[at] - '0');
        }

        if (at == begin || (at > begin + 1 && rest[begin] == '0'))
        {
            return false;
        }

        value = begin == 1 ? -value : value;
        _position += at;
        return true;
    }

    public bool TryGuid(out Guid value)
    {
        value = default;
        return TryQuoted(Utf8Guid.Length, out var text) && Utf8Guid.TryParse(text, out value);
    }

    /// <summary>Reads the identifier of the object itself, which its links are likely to name.</summary>
    public bool TryIdentifier(out Guid value)
    {
        var begin = _position + 1;
        if (!TryGuid(out value))
        {
            return false;
        }

        _identifier = value;
        var text = _bytes.Slice(begin, Utf8Guid.Length);
        _identifierText = Utf8Guid.IsLowerCase(text) ? text : default;
        return true;
    }

    public bool TryTime(out DateTimeOffset value)
    {
        var begin = _position;
        if (TryQuoted(Utf8Time.UsualLength, out var text) && Utf8Time.TryParse(text, ref _layouts.LastMinute, out value))
        {
            return true;
        }

        _position = begin;
        value = default;
        return TryWord(out text) && Utf8Time.TryParse(text, ref _layouts.LastMinute, out value);
    }

    public bool TryText([NotNullWhen(true)] out string? value)
    {
        value = null;
        var begin = _position + 1;
        if (begin > _bytes.Length || _bytes[_position] != '"')
        {
            return false;
        }

        var text = _bytes[begin..];
        var length = text.IndexOfAny(EndOfAscii);
        if (length >= 0 && text[length] == '"')
        {
            value = Encoding.Latin1.GetString(text[..length]);
        }
        else if (length < 0 || !TryLongText(text, ref length, out value))
        {
            // The string has escapes or is incomplete.
            return TryRead(ValueReaders.Text, out value);
        }

        _position = begin + length + 1;
        return true;
    }

    /// <summary>Reads the bytes of an ASCII text without escapes.</summary>
    public bool TryWord(out ReadOnlySpan<byte> word)
    {
        word = default;
        var begin = _position + 1;
        if (begin > _bytes.Length || _bytes[_position] != '"')
        {
            return false;
        }

        var text = _bytes[begin..];
        var length = text.IndexOfAny(EndOfAscii);
        if (length < 0 || text[length] != '"')
        {
            return false;
        }

        word = text[..length];
        _position = begin + length + 1;
        return true;
    }

    private bool TryQuoted(int length, out ReadOnlySpan<byte> text)
    {
        text = default;
        var end = _position + 1 + length;
        if (end >= _bytes.Length || _bytes[_position] != '"' || _bytes[end] != '"')
        {
            return false;
        }

        text = _bytes[(_position + 1)..end];
        _position = end + 1;
        return true;
    }

    /// <summary>Reads a text that is not ASCII, if it has no escapes.</summary>
    private static bool TryLongText(ReadOnlySpan<byte> text, ref int length, [NotNullWhen(true)] out string? value)
    {
        value = null;
        var more = text[length..].IndexOfAny(EndOfText);
        length += more;
        if (more < 0 || text[length] != '"')
        {
            return false;
        }

        value = Utf8Text.Decode(text[..length]);
        return true;
    }
}

using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>
/// Reads single values. The usual format is read in place; any other is passed to the functions that the Newtonsoft path uses,
/// so that both accept the same.
/// </summary>
internal ref partial struct TokenReader
{
    private readonly bool IsText => _json.TokenType == JsonTokenType.String;

    private readonly bool IsPlainText => IsText && !_json.ValueIsEscaped;

    public readonly bool TryText([NotNullWhen(true)] out string? value)
    {
        value = IsText ? Text() : null;
        return value is not null;
    }

    public readonly bool TryGuid(out Guid value)
    {
        if (IsPlainText && Utf8Guid.TryParse(_json.ValueSpan, out value))
        {
            return true;
        }

        value = default;
        return IsText && ScalarReader.TryParseGuid(Text(), out value);
    }

    public bool TryTime(out DateTimeOffset value)
    {
        if (IsPlainText && Utf8Time.TryParse(_json.ValueSpan, ref _lastMinute, out value))
        {
            return true;
        }

        value = default;
        return IsText && WireTime.TryParse(Text(), out value);
    }

    public readonly bool TryInt32(out int value)
    {
        value = 0;
        return (_json.TokenType == JsonTokenType.Number && _json.TryGetInt32(out value)) || TryNumber(out value);
    }

    public readonly bool TryInt64(out long value)
    {
        value = 0;
        return (_json.TokenType == JsonTokenType.Number && _json.TryGetInt64(out value)) || TryNumber(out value);
    }

    public readonly bool TryDouble(out double value)
    {
        value = 0;
        return TryNumber(out value);
    }

    public readonly bool TryBoolean(out bool value)
    {
        value = _json.TokenType == JsonTokenType.True;
        return value || _json.TokenType == JsonTokenType.False;
    }

    /// <summary>Reads the bytes of a text that is one of a known set.</summary>
    public readonly bool TryWord(out ReadOnlySpan<byte> word)
    {
        word = !IsText ? default : _json.ValueIsEscaped ? Utf8Text.Unescape(_json.ValueSpan) : _json.ValueSpan;
        return IsText;
    }

    private readonly bool TryNumber<T>(out T value)
        where T : struct
    {
        var read = _json.TokenType == JsonTokenType.Number ? ScalarReader.FromNumber(Utf8Number.Read(_json.ValueSpan), typeof(T))
            : IsText ? ScalarReader.NumberFromText(Text(), typeof(T))
            : null;
        value = read is T number ? number : default;
        return read is not null;
    }

    private readonly string Text() => _json.ValueIsEscaped
        ? Utf8Text.DecodeEscaped(_json.ValueSpan)
        : _repeats ? _strings.Get(_json.ValueSpan) : Utf8Text.Decode(_json.ValueSpan);
}

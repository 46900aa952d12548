using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads values from UTF-8, token by token, whatever their order and layout.</summary>
/// <remarks>
/// The buffer may end in the middle of a value, unless it is the last one. The caller then finds
/// <see cref="IsIncomplete"/> set, discards what was read and starts the item again when there is more data.
/// </remarks>
internal ref partial struct TokenReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isLast;
    private readonly StringCache _strings;
    private Utf8JsonReader _json;
    private Minute _lastMinute;

    /// <summary>The position in the buffer at which the current <see cref="Utf8JsonReader"/> began.</summary>
    private int _start;

    /// <summary>Whether the current value is in a map, so that it is likely to occur in the next map too.</summary>
    private bool _repeats;

    /// <param name="bytes">The buffer.</param>
    /// <param name="isLast">Whether the buffer is the last one.</param>
    /// <param name="state">The reader state at the start of the buffer.</param>
    /// <param name="strings">The cache of strings.</param>
    public TokenReader(ReadOnlySpan<byte> bytes, bool isLast, JsonReaderState state, StringCache strings)
    {
        _bytes = bytes;
        _isLast = isLast;
        _strings = strings;
        _json = new Utf8JsonReader(bytes, isLast, state);
    }

    /// <summary>Gets whether the buffer ended before the value did.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The name of the current property, unescaped.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>The number of bytes read from the buffer.</summary>
    public readonly int Position => _start + (int)_json.BytesConsumed;

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    public readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    /// <summary>The reader state to continue with after the current token.</summary>
    public readonly JsonReaderState State => _json.CurrentState;

    /// <summary>Advances to the next token.</summary>
    /// <returns>False if the buffer, or the document, ended.</returns>
    public bool Read()
    {
        if (_json.Read())
        {
            return true;
        }

        IsIncomplete = true;
        return false;
    }

    /// <summary>Advances to the value of the next property of an object.</summary>
    /// <returns>False at the end of the object, or if the buffer ended.</returns>
    public bool NextProperty()
    {
        if (IsIncomplete || !Read() || _json.TokenType == JsonTokenType.EndObject)
        {
            return false;
        }

        Name = _json.ValueIsEscaped ? Utf8Text.Unescape(_json.ValueSpan) : _json.ValueSpan;
        return Read();
    }

    /// <summary>Advances to the next element of an array.</summary>
    /// <returns>False at the end of the array, or if the buffer ended.</returns>
    public bool NextElement() => !IsIncomplete && Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Ensures that only white space follows.</summary>
    public void End()
    {
        // At the end of the last buffer, the reader itself throws for anything else.
        _json.Read();
    }

    /// <summary>Advances to the end of the current value and returns its bytes.</summary>
    private ReadOnlySpan<byte> Whole()
    {
        var begin = _start + (int)_json.TokenStartIndex;
        if (!_json.TrySkip())
        {
            IsIncomplete = true;
            return default;
        }

        return _bytes[begin..Position];
    }
}

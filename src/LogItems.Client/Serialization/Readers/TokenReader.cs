using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>Reads values from UTF-8, token by token: the path that reads everything, whatever its order and layout.</summary>
/// <remarks>
/// The buffer may end in the middle of a value, unless it is the last one. Whoever reads then finds
/// <see cref="IsIncomplete"/> set, throws away what was read and begins the item again when there is more.
/// </remarks>
internal ref partial struct TokenReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isLast;
    private readonly StringCache _strings;
    private Utf8JsonReader _json;
    private Minute _lastMinute;

    /// <summary>Where in the buffer the present <see cref="Utf8JsonReader"/> began.</summary>
    private int _start;

    /// <summary>Gets whether what is read stands in a map and so is likely to stand in the next one too.</summary>
    private bool _repeats;

    /// <param name="bytes">The buffer.</param>
    /// <param name="isLast">Whether nothing comes after the buffer.</param>
    /// <param name="state">Where in the document the buffer begins.</param>
    /// <param name="strings">The strings that were read before.</param>
    public TokenReader(ReadOnlySpan<byte> bytes, bool isLast, JsonReaderState state, StringCache strings)
    {
        _bytes = bytes;
        _isLast = isLast;
        _strings = strings;
        _json = new Utf8JsonReader(bytes, isLast, state);
    }

    /// <summary>Gets whether the buffer ended before the value did.</summary>
    public bool IsIncomplete { get; private set; }

    /// <summary>The name of the present property, unescaped.</summary>
    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>How much of the buffer has been read, in bytes.</summary>
    public readonly int Position => _start + (int)_json.BytesConsumed;

    public readonly bool IsNull => _json.TokenType == JsonTokenType.Null;

    public readonly bool IsObject => _json.TokenType == JsonTokenType.StartObject;

    public readonly bool IsArray => _json.TokenType == JsonTokenType.StartArray;

    /// <summary>What it takes to go on reading behind the present token.</summary>
    public readonly JsonReaderState State => _json.CurrentState;

    /// <summary>Goes to the next token.</summary>
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

    /// <summary>Goes to the value of the next property of an object.</summary>
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

    /// <summary>Goes to the next element of an array.</summary>
    /// <returns>False at the end of the array, or if the buffer ended.</returns>
    public bool NextElement() => !IsIncomplete && Read() && _json.TokenType != JsonTokenType.EndArray;

    /// <summary>Makes sure that nothing but white space follows.</summary>
    public void End()
    {
        // At the end of the last buffer the reader itself throws at anything else.
        _json.Read();
    }

    /// <summary>Goes to the end of the present value and gives all of it.</summary>
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

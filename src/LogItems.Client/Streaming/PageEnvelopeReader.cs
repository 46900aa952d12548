using System.Buffers;
using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Streaming;

/// <summary>Reads the parts of a page around its items: as they are received, and combined at the end.</summary>
internal sealed class PageEnvelopeReader
{
    private readonly ArrayBufferWriter<byte> _properties = new();

    /// <summary>Gets whether the body consists of the items alone.</summary>
    public bool IsBareArray { get; private set; }

    /// <summary>The page's JSON without its items.</summary>
    public ReadOnlySpan<byte> WithoutItems
    {
        get
        {
            byte[] json = [(byte)'{', .. _properties.WrittenSpan, (byte)'}'];
            return json;
        }
    }

    /// <summary>Reads up to the items.</summary>
    /// <param name="bytes">The body from its beginning.</param>
    /// <param name="isLast">Whether nothing comes after them.</param>
    /// <param name="position">The number of bytes before the first item.</param>
    /// <param name="state">The reader state at the start of the items.</param>
    /// <returns>False if no items were found: more bytes are needed, or the body has another layout.</returns>
    /// <exception cref="JsonException">The body is not valid JSON.</exception>
    public bool TryBegin(ReadOnlySpan<byte> bytes, bool isLast, out int position, out JsonReaderState state)
    {
        _properties.Clear();
        var reader = new Utf8JsonReader(bytes, isLast, StrictJson.Start);
        var isFound = reader.Read() && (reader.TokenType == JsonTokenType.StartArray ? IsBareArray = true : TakeProperties(bytes, ref reader));
        position = (int)reader.BytesConsumed;
        state = reader.CurrentState;
        return isFound;
    }

    /// <summary>Reads the rest of the body after the items.</summary>
    /// <param name="bytes">The rest of the body, from the bracket that ends the items.</param>
    /// <param name="state">The reader state at the start of the items.</param>
    /// <exception cref="JsonException">The body is not valid JSON, or has a second list of items.</exception>
    public void End(ReadOnlySpan<byte> bytes, JsonReaderState state)
    {
        var reader = new Utf8JsonReader(bytes, isFinalBlock: true, state);
        reader.Read();
        if (!IsBareArray && TakeProperties(bytes, ref reader))
        {
            throw new JsonException("The page has two lists of items.");
        }

        while (reader.Read())
        {
        }
    }

    /// <summary>Reads properties up to the items (true) or to the end of the object or of the bytes (false).</summary>
    private bool TakeProperties(ReadOnlySpan<byte> bytes, ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            var isItems = reader.ValueTextEquals("results"u8);
            if (!reader.Read())
            {
                return false;
            }

            if (isItems && reader.TokenType == JsonTokenType.StartArray)
            {
                return true;
            }

            if (!reader.TrySkip())
            {
                return false;
            }

            if (_properties.WrittenCount > 0)
            {
                _properties.Write(","u8);
            }

            _properties.Write(bytes[start..(int)reader.BytesConsumed]);
        }

        return false;
    }
}

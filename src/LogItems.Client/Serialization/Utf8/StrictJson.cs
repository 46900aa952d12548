using System.Text.Json;

namespace LogItems.Serialization.Utf8;

/// <summary>JSON as RFC 8259 has it, nothing else, and nested no deeper than a bound.</summary>
internal static class StrictJson
{
    /// <summary>How deep objects and arrays may be nested.</summary>
    public const int MaxDepth = 64;

    /// <summary>What a reader at the start of a document begins with.</summary>
    public static JsonReaderState Start { get; } = new(new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>Makes sure that some bytes are one JSON value and nothing else.</summary>
    /// <exception cref="JsonException">They are not.</exception>
    public static void Validate(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: true, Start);
        while (reader.Read())
        {
        }

        if (!System.Text.Unicode.Utf8.IsValid(json))
        {
            throw new JsonException("The body is not valid UTF-8.");
        }
    }

    /// <summary>Determines whether nothing is wrong with some bytes but that they end before the JSON does.</summary>
    /// <param name="json">The bytes, up to the end.</param>
    /// <param name="state">Where in the document they begin.</param>
    public static bool IsCutOff(ReadOnlySpan<byte> json, JsonReaderState state)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, state);
        try
        {
            while (reader.Read())
            {
            }
        }
        catch (JsonException)
        {
            return false;
        }

        return reader.CurrentDepth > 0 || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray;
    }

    /// <summary>Goes to the next byte that is no white space and gives it; -1 at the end.</summary>
    public static int SkipWhiteSpace(ReadOnlySpan<byte> json, ref int position)
    {
        while (position < json.Length)
        {
            if (json[position] is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t'))
            {
                return json[position];
            }

            position++;
        }

        return -1;
    }
}

using System.Text.Json;

namespace LogItems.Serialization.Utf8;

/// <summary>Strict JSON according to RFC 8259, with a maximum nesting depth.</summary>
internal static class StrictJson
{
    /// <summary>The maximum nesting depth of objects and arrays.</summary>
    public const int MaxDepth = 64;

    /// <summary>The reader state at the start of a document.</summary>
    public static JsonReaderState Start { get; } = new(new JsonReaderOptions { MaxDepth = MaxDepth });

    /// <summary>Ensures that the bytes are exactly one JSON value.</summary>
    /// <exception cref="JsonException">The bytes are something else.</exception>
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

    /// <summary>Determines whether the bytes are valid JSON except that they end too early.</summary>
    /// <param name="json">The bytes, up to the end.</param>
    /// <param name="state">The reader state at the start of the bytes.</param>
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

    /// <summary>Advances to the next byte that is not white space and returns it; -1 at the end.</summary>
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

using System.Text.Json;

namespace LogItems;

/// <summary>How an object was laid out on the wire: everything but its values, byte for byte.</summary>
internal sealed class Layout
{
    private Minute _lastMinute;

    private Layout(List<LayoutPart> parts, byte[] end)
    {
        Parts = [.. parts];
        End = end;
    }

    /// <summary>The properties in their order.</summary>
    public LayoutPart[] Parts { get; }

    /// <summary>What comes after the last value, with the brace that ends the object.</summary>
    public byte[] End { get; }

    /// <summary>The minute of the last time that was read by this layout.</summary>
    public ref Minute LastMinute => ref _lastMinute;

    /// <summary>The layout of an object that a JSON reader has found to be well-formed.</summary>
    /// <param name="json">The object.</param>
    /// <param name="propertyOf">Gives the number of the property that a name means.</param>
    public static Layout Of(ReadOnlySpan<byte> json, NumberProperty propertyOf)
    {
        var parts = new List<LayoutPart>();
        var reader = new Utf8JsonReader(json);
        var end = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? Utf8Text.Unescape(reader.ValueSpan) : reader.ValueSpan;
            reader.Read();
            parts.Add(new LayoutPart(json[end..(int)reader.TokenStartIndex].ToArray(), Utf8Text.Decode(name), propertyOf(name)));
            reader.Skip();
            end = (int)reader.BytesConsumed;
        }

        return new Layout(parts, json[end..].ToArray());
    }
}

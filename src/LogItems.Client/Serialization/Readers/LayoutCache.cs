using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>The layouts of the objects of an array on the wire so far: everything except their values, byte for byte.</summary>
/// <remarks>They form a tree: objects with the same layout up to a property share the parts up to it.</remarks>
internal sealed class LayoutCache(NumberProperty propertyOf)
{
    /// <summary>More parts than this are not layouts, but names that differ from object to object.</summary>
    private const int MaxParts = 256;

    private int _parts;
    private Minute _lastMinute;

    /// <summary>The root of the tree, which is empty.</summary>
    public LayoutPart Start { get; } = new([], "", -1);

    /// <summary>The minute of the last time value that was read by a layout.</summary>
    public ref Minute LastMinute => ref _lastMinute;

    /// <summary>Adds the layout of an object that a JSON reader has found to be well-formed.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        var part = Start;
        var reader = new Utf8JsonReader(json);
        var end = 0;
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.ValueIsEscaped ? Utf8Text.Unescape(reader.ValueSpan) : reader.ValueSpan;
            reader.Read();
            var before = json[end..(int)reader.TokenStartIndex];
            part = part.Next(before) ?? Add(part, new(before.ToArray(), Utf8Text.Decode(name), propertyOf(name)));
            if (part is null)
            {
                return;
            }

            reader.Skip();
            end = (int)reader.BytesConsumed;
        }

        _ = part.Next(json[end..]) ?? Add(part, new(json[end..].ToArray()));
    }

    /// <summary>Adds a part after another one; null if there are too many.</summary>
    private LayoutPart? Add(LayoutPart part, LayoutPart next) => ++_parts > MaxParts ? null : part.Add(next);
}

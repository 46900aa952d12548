using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>How the objects of an array were laid out on the wire so far: everything but their values, byte for byte.</summary>
/// <remarks>They form a tree: objects that are laid out alike up to some property have the parts up to it in common.</remarks>
internal sealed class LayoutCache(NumberProperty propertyOf)
{
    /// <summary>More parts than this are no layouts any more, but names that differ from object to object.</summary>
    private const int MostParts = 256;

    private int _parts;
    private Minute _lastMinute;

    /// <summary>What all layouts begin with: nothing.</summary>
    public LayoutPart Start { get; } = new([], "", -1);

    /// <summary>The minute of the last time that was read by a layout.</summary>
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
            part = part.Behind(before) ?? Add(part, new(before.ToArray(), Utf8Text.Decode(name), propertyOf(name)));
            if (part is null)
            {
                return;
            }

            reader.Skip();
            end = (int)reader.BytesConsumed;
        }

        _ = part.Behind(json[end..]) ?? Add(part, new(json[end..].ToArray()));
    }

    /// <summary>Adds a part behind another one; null if there are too many.</summary>
    private LayoutPart? Add(LayoutPart part, LayoutPart next) => ++_parts > MostParts ? null : part.Add(next);
}

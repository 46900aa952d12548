using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>
/// Reads an object whose layout may be known: what stands between the values is compared as a whole, the values are read in place.
/// </summary>
/// <remarks>
/// Nothing is refused here: at the first difference, and at every value that is not in its usual form, the object is read
/// again from its start, token by token.
/// </remarks>
internal ref partial struct LayoutReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly LayoutCache _layouts;
    private readonly JsonReaderState _insideElement;
    private readonly StringCache _strings;
    private int _position;
    private LayoutPart _part;

    /// <summary>The identifier that the object has, as it is written; empty where it is not in its usual form.</summary>
    private ReadOnlySpan<byte> _identifierText;
    private Guid _identifier;

    /// <param name="bytes">The buffer.</param>
    /// <param name="position">Where in the buffer the object begins.</param>
    /// <param name="layouts">The layouts of the objects before.</param>
    /// <param name="insideElement">What values that are read token by token begin with.</param>
    /// <param name="strings">The strings that were read before.</param>
    public LayoutReader(ReadOnlySpan<byte> bytes, int position, LayoutCache layouts, JsonReaderState insideElement, StringCache strings)
    {
        _bytes = bytes;
        _position = position;
        _layouts = layouts;
        _part = layouts.Start;
        _insideElement = insideElement;
        _strings = strings;
    }

    /// <summary>Gets whether the object differs from those before in more than its values.</summary>
    public bool IsLaidOutDifferently { get; private set; }

    /// <summary>Where in the buffer the object ended.</summary>
    public readonly int Position => _position;

    /// <summary>Gets whether the object has been read to its end.</summary>
    public readonly bool IsAtEnd => _part.IsEnd;

    /// <summary>Goes to the value of the next property.</summary>
    /// <returns>False at the end of the object, or if something comes that none of the objects before had here.</returns>
    public bool NextProperty(out int property)
    {
        property = -1;
        if (_part.Next(_bytes, ref _position) is not { } part)
        {
            IsLaidOutDifferently = true;
            return false;
        }

        _part = part;
        property = part.Property;
        return !part.IsEnd;
    }
}

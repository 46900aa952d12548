using System.Text.Json;
using LogItems.Serialization.Utf8;

namespace LogItems.Serialization.Readers;

/// <summary>
/// Reads an object whose layout may be known: the bytes between the values are compared as a whole, the values are read in place.
/// </summary>
/// <remarks>
/// Nothing is rejected here: at the first difference, and at every value that is not in its usual format, the object is read
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

    /// <summary>The identifier of the object as written; empty if it is not in its usual format.</summary>
    private ReadOnlySpan<byte> _identifierText;
    private Guid _identifier;

    /// <param name="bytes">The buffer.</param>
    /// <param name="position">The start of the object in the buffer.</param>
    /// <param name="layouts">The layouts of the previous objects.</param>
    /// <param name="insideElement">The reader state for values that are read token by token.</param>
    /// <param name="strings">The cache of strings.</param>
    public LayoutReader(ReadOnlySpan<byte> bytes, int position, LayoutCache layouts, JsonReaderState insideElement, StringCache strings)
    {
        _bytes = bytes;
        _position = position;
        _layouts = layouts;
        _part = layouts.Start;
        _insideElement = insideElement;
        _strings = strings;
    }

    /// <summary>Gets whether the object differs from the previous ones in more than its values.</summary>
    public bool IsLaidOutDifferently { get; private set; }

    /// <summary>The end of the object in the buffer.</summary>
    public readonly int Position => _position;

    /// <summary>Gets whether the object has been read to its end.</summary>
    public readonly bool IsAtEnd => _part.IsEnd;

    /// <summary>Advances to the value of the next property.</summary>
    /// <returns>False at the end of the object, or if it does not match a known layout.</returns>
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

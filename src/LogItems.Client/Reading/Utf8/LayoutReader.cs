using System.Text.Json;

namespace LogItems;

/// <summary>
/// Reads an object whose layout is known: what stands between the values is compared as a whole, the values are read in place.
/// </summary>
/// <remarks>
/// Nothing is refused here: at the first difference, and at every value that is not in its usual form, the object is read
/// again from its start, token by token.
/// </remarks>
internal ref partial struct LayoutReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly Layout _layout;
    private readonly JsonReaderState _insideElement;
    private readonly StringCache _strings;
    private int _position;
    private int _next;

    /// <summary>The identifier that the object has, as it is written; empty where it is not in its usual form.</summary>
    private ReadOnlySpan<byte> _identifierText;
    private Guid _identifier;

    /// <param name="bytes">The buffer.</param>
    /// <param name="position">Where in the buffer the object begins.</param>
    /// <param name="layout">The layout of the object before.</param>
    /// <param name="insideElement">What values that are read token by token begin with.</param>
    /// <param name="strings">The strings that were read before.</param>
    public LayoutReader(ReadOnlySpan<byte> bytes, int position, Layout layout, JsonReaderState insideElement, StringCache strings)
    {
        _bytes = bytes;
        _position = position;
        _layout = layout;
        _insideElement = insideElement;
        _strings = strings;
    }

    /// <summary>Whether the object differs from the one before in more than its values.</summary>
    public bool IsLaidOutDifferently { get; private set; }

    /// <summary>Where in the buffer the object ended.</summary>
    public readonly int Position => _position;

    private readonly LayoutPart Part => _layout.Parts[_next - 1];

    /// <summary>Goes to the value of the next property.</summary>
    /// <returns>False if there is none, or if something else comes.</returns>
    public bool NextProperty(out int property)
    {
        property = 0;
        if (_next == _layout.Parts.Length)
        {
            return false;
        }

        var part = _layout.Parts[_next++];
        property = part.Property;
        return Skip(part.Before);
    }

    /// <summary>Goes behind the object.</summary>
    /// <returns>False if something else comes.</returns>
    public bool End() => _next == _layout.Parts.Length && !IsLaidOutDifferently && Skip(_layout.End);

    private bool Skip(ReadOnlySpan<byte> expected)
    {
        if (!_bytes[_position..].StartsWith(expected))
        {
            IsLaidOutDifferently = true;
            return false;
        }

        _position += expected.Length;
        return true;
    }
}

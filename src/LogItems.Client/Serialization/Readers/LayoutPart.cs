namespace LogItems.Serialization.Readers;

/// <summary>A property in <see cref="LayoutCache"/>, or the end of an object.</summary>
internal sealed class LayoutPart
{
    private readonly byte[] _before;

    /// <summary>The part that came behind this one last.</summary>
    private LayoutPart? _next;

    /// <summary>A part that came in this one's place once.</summary>
    private LayoutPart? _other;

    /// <summary>A property.</summary>
    /// <param name="before">What comes between the value before and this one: punctuation, white space and the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="property">The number of the property; negative if the contract does not know it.</param>
    public LayoutPart(byte[] before, string name, int property) => (_before, Name, Property) = (before, name, property);

    /// <summary>The end of an object.</summary>
    /// <param name="before">What comes behind the last value, with the brace.</param>
    public LayoutPart(byte[] before)
        : this(before, "", -1) => IsEnd = true;

    public string Name { get; }

    public int Property { get; }

    public bool IsEnd { get; }

    /// <summary>The map that stood here last, where the next one is likely to be the same but for an identifier.</summary>
    public LinkTemplate? Prototype { get; set; }

    /// <summary>The number of consecutive maps that did not match the prototype.</summary>
    public int Misses { get; set; }

    /// <summary>Goes to the part that comes next.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="position">Where in the buffer the value of this part ended; then, where that of the next one begins.</param>
    /// <returns>Null if it is none of those that came behind this one before.</returns>
    public LayoutPart? Next(ReadOnlySpan<byte> bytes, ref int position)
    {
        var rest = bytes[position..];
        var next = _next is { } last && rest.StartsWith(last._before) ? last : Another(rest);
        position += next?._before.Length ?? 0;
        return next;
    }

    /// <summary>The part behind this one that these bytes are; null if none is.</summary>
    public LayoutPart? Behind(ReadOnlySpan<byte> before)
    {
        for (var part = _next; part is not null; part = part._other)
        {
            if (before.SequenceEqual(part._before))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Adds a part behind this one, to be tried first.</summary>
    public LayoutPart Add(LayoutPart part)
    {
        (part._other, _next) = (_next, part);
        return part;
    }

    /// <summary>One of the other parts that came next, to be tried first from now on.</summary>
    private LayoutPart? Another(ReadOnlySpan<byte> rest)
    {
        for (var part = _next; part?._other is { } other; part = other)
        {
            if (rest.StartsWith(other._before))
            {
                part._other = other._other;
                return Add(other);
            }
        }

        return null;
    }
}

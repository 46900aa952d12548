namespace LogItems.Serialization.Readers;

/// <summary>A property in <see cref="LayoutCache"/>, or the end of an object.</summary>
internal sealed class LayoutPart
{
    private readonly byte[] _before;

    /// <summary>The part that most recently followed this one.</summary>
    private LayoutPart? _next;

    /// <summary>An alternative to this part.</summary>
    private LayoutPart? _other;

    /// <summary>A property.</summary>
    /// <param name="before">The bytes between the previous value and this one: punctuation, white space and the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="property">The number of the property; negative if it is not in the contract.</param>
    public LayoutPart(byte[] before, string name, int property) => (_before, Name, Property) = (before, name, property);

    /// <summary>The end of an object.</summary>
    /// <param name="before">The bytes after the last value, including the brace.</param>
    public LayoutPart(byte[] before)
        : this(before, "", -1) => IsEnd = true;

    public string Name { get; }

    public int Property { get; }

    public bool IsEnd { get; }

    /// <summary>The last map at this position, because the next one is likely to be the same except for an identifier.</summary>
    public LinkTemplate? Prototype { get; set; }

    /// <summary>The number of consecutive maps that did not match the prototype.</summary>
    public int Misses { get; set; }

    /// <summary>Advances to the next part.</summary>
    /// <param name="bytes">The buffer.</param>
    /// <param name="position">The end of the value of this part; then, the start of the value of the next one.</param>
    /// <returns>Null if no known part follows.</returns>
    public LayoutPart? Next(ReadOnlySpan<byte> bytes, ref int position)
    {
        var rest = bytes[position..];
        var next = _next is { } last && rest.StartsWith(last._before) ? last : Another(rest);
        position += next?._before.Length ?? 0;
        return next;
    }

    /// <summary>The part after this one that matches these bytes; null if there is none.</summary>
    public LayoutPart? Next(ReadOnlySpan<byte> before)
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

    /// <summary>Adds a part after this one, to be tried first.</summary>
    public LayoutPart Add(LayoutPart part)
    {
        (part._other, _next) = (_next, part);
        return part;
    }

    /// <summary>Finds a matching alternative, to be tried first from now on.</summary>
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

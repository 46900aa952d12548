namespace LogItems.Serialization.Readers;

/// <summary>Reads all other values: token by token, or recognized as equal to the previous one.</summary>
internal ref partial struct LayoutReader
{
    /// <summary>The number of consecutive maps that differ in more than an identifier after which no prototype is used.</summary>
    private const int MaxMisses = 8;

    public bool TryRead<T>(ValueReader<T> reader, out T? value)
    {
        var tokens = new TokenReader(_bytes[_position..], isLast: false, _insideElement, _strings);
        if (!tokens.Read() || !reader(ref tokens, out value) || tokens.IsIncomplete)
        {
            value = default;
            return false;
        }

        _position += tokens.Position;
        return true;
    }

    public bool TryDouble(out double value) => TryRead(ValueReaders.Double, out value);

    /// <summary>Keeps the value of a property that is not in the contract.</summary>
    public bool TryKeepUnknown(ApiModel owner)
    {
        var isRead = TryRead(ValueReaders.Any, out var value);
        if (isRead)
        {
            owner.Keep(_part.Name, value);
        }

        return isRead;
    }

    /// <summary>Reads a map of objects; one that differs from the previous map only in the owner's identifier is created on first access.</summary>
    public bool TryObjectMap<T>(ValueReader<IDictionary<string, T>> reader, out IDictionary<string, T>? map)
        where T : ApiModel, new()
    {
        var part = _part;
        var rest = _bytes[_position..];
        if (part.Prototype is LinkTemplate<T> prototype && prototype.TryMatch(rest, _identifierText, out var length))
        {
            part.Misses = 0;
            _position += length;
            map = new OnDemandMap<T>(prototype, _identifier);
            return true;
        }

        var begin = _position;
        if (!TryRead(reader, out map))
        {
            return false;
        }

        if (part.Misses < MaxMisses)
        {
            part.Misses++;
            map = Defer(part, rest[..(_position - begin)], map!);
        }

        return true;
    }

    /// <summary>Makes a map the prototype for the following maps, if possible.</summary>
    private readonly IDictionary<string, T> Defer<T>(LayoutPart part, ReadOnlySpan<byte> json, IDictionary<string, T> map)
        where T : ApiModel, new()
    {
        var prototype = LinkTemplate<T>.TryCreate(json, map, _identifierText, _identifier);
        part.Prototype = prototype;
        return prototype is null ? map : new OnDemandMap<T>(prototype, _identifier);
    }
}

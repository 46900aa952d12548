namespace LogItems.Serialization.Readers;

/// <summary>All other values: read token by token, or recognized as what stood there before.</summary>
internal ref partial struct LayoutReader
{
    /// <summary>After so many maps in a row that differ in more than an identifier, there is no more looking for a prototype.</summary>
    private const int MostMisses = 8;

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

    /// <summary>Keeps the value of a property that the contract does not know.</summary>
    public bool TryKeepUnknown(ApiModel owner)
    {
        var isRead = TryRead(ValueReaders.Any, out var value);
        if (isRead)
        {
            owner.Keep(_part.Name, value);
        }

        return isRead;
    }

    /// <summary>Reads a map of objects; one that differs from the map before only in the owner's identifier is put off until it is asked for.</summary>
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

        if (part.Misses < MostMisses)
        {
            part.Misses++;
            map = PutOff(part, rest[..(_position - begin)], map!);
        }

        return true;
    }

    /// <summary>Makes a map the prototype of those that follow, if it can be one.</summary>
    private readonly IDictionary<string, T> PutOff<T>(LayoutPart part, ReadOnlySpan<byte> json, IDictionary<string, T> map)
        where T : ApiModel, new()
    {
        var prototype = LinkTemplate<T>.TryCreate(json, map, _identifierText, _identifier);
        part.Prototype = prototype;
        return prototype is null ? map : new OnDemandMap<T>(prototype, _identifier);
    }
}

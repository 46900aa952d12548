using LogItems.Export.Otlp.Wire;

namespace LogItems.Export.Otlp.Mapping;

/// <summary>A request with records of one server, for logs and spans alike: their messages differ only in the records.</summary>
internal sealed class OtlpRequest : IDisposable
{
    /// <summary>The maximum size of the lengths of resource and records, which are written last, beyond the reserved bytes.</summary>
    private const int Reserve = 8;

    private readonly ProtoWriter _writer = new();
    private readonly List<(Guid Id, int Start)> _records = [];
    private readonly ReadOnlyMemory<byte> _resource;
    private readonly int _maxSize;
    private int _ofServer;
    private int _ofScope;
    private int _end;

    /// <summary>Creates an empty request.</summary>
    /// <param name="resource">The encoded resource.</param>
    /// <param name="maxSize">The maximum size in bytes, unless a single record is larger.</param>
    public OtlpRequest(ReadOnlyMemory<byte> resource, int maxSize)
    {
        (_resource, _maxSize) = (resource, maxSize);
        Clear();
    }

    /// <summary>The number of records.</summary>
    public int Count => _records.Count;

    /// <summary>The identifiers of the records.</summary>
    public IEnumerable<Guid> Ids => _records.Select(record => record.Id);

    /// <summary>Adds a record; returns false and leaves the request unchanged if it does not fit.</summary>
    public bool TryAdd<T>(T record, Guid id, Action<ProtoWriter, T> write)
    {
        var before = _writer.Length;
        var message = _writer.BeginMessage(2);
        write(_writer, record);
        _writer.EndMessage(message);
        if (_writer.Length + Reserve > _maxSize && Count > 0)
        {
            _writer.Truncate(before);
            return false;
        }

        _records.Add((id, before));
        _end = _writer.Length;
        return true;
    }

    /// <summary>Ends the request and gets its bytes; valid until it is cleared.</summary>
    public ReadOnlyMemory<byte> Complete()
    {
        _writer.EndMessage(_ofScope);
        _writer.EndMessage(_ofServer);
        return _writer.Written;
    }

    /// <summary>Creates a request with some of the records of this one, which has been completed.</summary>
    public OtlpRequest Part(int start, int count)
    {
        // The lengths that completed it precede all records, and have moved them.
        var moved = _writer.Length - _end;
        var part = new OtlpRequest(_resource, _maxSize);
        for (var index = start; index < start + count; index++)
        {
            var (id, from) = _records[index];
            var to = index + 1 < Count ? _records[index + 1].Start : _end;
            part._records.Add((id, part._writer.Length));
            part._writer.WriteRaw(_writer.Written.Span[(from + moved)..(to + moved)]);
        }

        part._end = part._writer.Length;
        return part;
    }

    /// <summary>Begins the next request.</summary>
    public void Clear()
    {
        _records.Clear();
        _writer.Truncate(0);
        _ofServer = _writer.BeginMessage(1);
        _writer.WriteRaw(_resource.Span);
        _ofScope = _writer.BeginMessage(2);
        OtlpResource.WriteScope(_writer);
    }

    public void Dispose() => _writer.Dispose();
}

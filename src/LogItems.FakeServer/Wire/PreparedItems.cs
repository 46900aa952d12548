using System.Buffers;
using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Data;

namespace LogItems.FakeServer.Wire;

/// <summary>The JSON of all items of a session at one moment in the format of one version.</summary>
internal sealed class PreparedItems
{
    private readonly byte[] _json;
    private readonly int[] _ends;

    public PreparedItems(LogItemSnapshot items, LogItemWriter writer)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, JsonStream.Options);
        _ends = new int[items.Count];
        json.WriteStartArray();
        for (var index = 0; index < _ends.Length; index++)
        {
            writer.Write(json, items[index]);
            json.Flush();
            _ends[index] = buffer.WrittenCount;
        }

        _json = buffer.WrittenSpan.ToArray();
        Items = items;
    }

    public LogItemSnapshot Items { get; }

    public int Count => _ends.Length;

    /// <summary>Consecutive items with commas between them.</summary>
    public ReadOnlyMemory<byte> Slice(int offset, int count)
    {
        if (count == 0)
        {
            return default;
        }

        // Each item is preceded by one byte: the array's bracket or a comma.
        var from = offset == 0 ? 1 : _ends[offset - 1] + 1;
        return _json.AsMemory(from..(_ends[offset + count - 1]));
    }
}

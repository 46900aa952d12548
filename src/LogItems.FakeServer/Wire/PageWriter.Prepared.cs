using System.Buffers;
using System.Text.Json;
using LogItems.FakeServer.Calls;
using LogItems.FakeServer.Querying;

namespace LogItems.FakeServer.Wire;

internal static partial class PageWriter
{
    /// <summary>Writes a list of items from prepared JSON.</summary>
    public static async Task WriteAsync(FakeCall call, PageQuery query, WirePage<FakeLogItem> page, PreparedItems items)
    {
        var count = Math.Min(query.Limit, Math.Max(0, items.Count - query.Offset));
        var frame = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(frame, JsonStream.Options);
        WriteStart(json, call.Version, query, page);
        json.Flush();
        var start = frame.WrittenCount;
        WriteEnd(json, query, page, hasNext: (long)query.Offset + count < items.Count);
        json.Flush();

        var head = frame.WrittenMemory[..start];
        await call.SendAsync(head, items.Slice(query.Offset, count), frame.WrittenMemory[start..]);
    }
}

using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace LogItems.Monitoring.Tests.Support;

/// <summary>What a page holds.</summary>
internal sealed record PageContent(JsonElement Head, IReadOnlyList<uint> Starts)
{
    private const string Before = "<script type=\"text/plain\" id=\"data\">";

    public static PageContent Of(SessionReport report)
    {
        using var output = new MemoryStream();
        report.WriteHtml(output);
        var html = Encoding.UTF8.GetString(output.ToArray());
        var from = html.IndexOf(Before, StringComparison.Ordinal) + Before.Length;
        using var packed = new MemoryStream(Convert.FromBase64String(html[from..html.IndexOf('<', from)]));
        using var gzip = new GZipStream(packed, CompressionMode.Decompress);
        using var data = new MemoryStream();
        gzip.CopyTo(data);
        var bytes = data.ToArray().AsSpan();
        var length = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        var head = JsonElement.Parse(bytes.Slice(4, length));
        var count = head.GetProperty("items").GetInt32();
        return new(head, Column(bytes[(4 + length)..], index: 1, count));
    }

    /// <summary>A column is four planes of bytes of the differences: the lowest bytes first.</summary>
    private static uint[] Column(ReadOnlySpan<byte> columns, int index, int count)
    {
        var planes = columns.Slice(index * 4 * count, 4 * count);
        var values = new uint[count];
        for (var (i, value) = (0, 0u); i < count; i++)
        {
            value += planes[i] | ((uint)planes[count + i] << 8) | ((uint)planes[(2 * count) + i] << 16) | ((uint)planes[(3 * count) + i] << 24);
            values[i] = value;
        }

        return values;
    }
}

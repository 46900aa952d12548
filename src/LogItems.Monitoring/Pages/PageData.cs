using System.Buffers.Binary;
using System.IO.Compression;

namespace LogItems.Monitoring.Pages;

/// <summary>The data of a page: a JSON head with its length, and the columns of the items, compressed.</summary>
internal static class PageData
{
    public static string Encode(SessionReport report)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            Write(report, gzip);
        }

        return Convert.ToBase64String(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(SessionReport report, Stream output)
    {
        var columns = new ItemColumns();
        for (var index = 0; index < report.Sessions.Count; index++)
        {
            var session = report.Sessions[index];
            foreach (var item in session.Items)
            {
                columns.Add((uint)index, report.Origin, item);
            }
        }

        var head = PageHead.Write(report, columns);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        output.Write(length);
        output.Write(head);
        // Ordered by start, a span of time is a range of items, which the page finds without a search.
        var order = columns.OrderByStart();
        foreach (var column in new[] { columns.Session, columns.Start, columns.Duration, columns.Text })
        {
            WriteColumn(column, order, output);
        }

        output.Write(Array.ConvertAll(order, item => columns.Level[item]));
    }

    /// <summary>
    /// Writes differences, with the lowest bytes of all values first and the highest last: neighbors are similar, so most bytes are equal and
    /// compress well.
    /// </summary>
    private static void WriteColumn(List<uint> column, int[] order, Stream output)
    {
        var plane = new byte[order.Length];
        for (var shift = 0; shift < 32; shift += 8)
        {
            var before = 0u;
            for (var i = 0; i < plane.Length; i++)
            {
                var value = column[order[i]];
                plane[i] = (byte)(unchecked(value - before) >> shift);
                before = value;
            }

            output.Write(plane);
        }
    }
}

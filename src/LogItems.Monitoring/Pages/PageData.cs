using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

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
        foreach (var column in new[] { columns.Session, columns.Start, columns.Duration, columns.Text })
        {
            WriteColumn(column, output);
        }

        output.Write(CollectionsMarshal.AsSpan(columns.Level));
    }

    /// <summary>Differences, the lowest bytes of all first and the highest last: neighbors are alike, so most bytes are equal and compress well.</summary>
    private static void WriteColumn(List<uint> column, Stream output)
    {
        var plane = new byte[column.Count];
        for (var shift = 0; shift < 32; shift += 8)
        {
            var before = 0u;
            for (var i = 0; i < column.Count; i++)
            {
                plane[i] = (byte)(unchecked(column[i] - before) >> shift);
                before = column[i];
            }

            output.Write(plane);
        }
    }
}

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
        output.Write(new byte[(4 - ((4 + head.Length) % 4)) % 4]);
        foreach (var column in new[] { columns.Session, columns.Start, columns.Duration, columns.Text, columns.Lane })
        {
            WriteColumn(column, output);
        }

        output.Write(CollectionsMarshal.AsSpan(columns.Level));
    }

    private static void WriteColumn(List<uint> column, Stream output)
    {
        var bytes = new byte[column.Count * 4];
        for (var i = 0; i < column.Count; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * 4), column[i]);
        }

        output.Write(bytes);
    }
}

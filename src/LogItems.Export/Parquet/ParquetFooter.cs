using System.Buffers.Binary;

namespace LogItems.Export.Parquet;

/// <summary>
/// Corrects the footer of a file: Parquet.Net 6.1.0 writes the minimum and maximum of a nanosecond column as milliseconds, by which readers skip row
/// groups.
/// </summary>
internal static class ParquetFooter
{
    /// <summary>The size of the footer's length and the magic number after it.</summary>
    private const int TailSize = 8;

    /// <summary>Writes the ranges of times to the footer at the end of a file.</summary>
    /// <param name="file">The file, which can be read and written.</param>
    /// <param name="ranges">The range of each column of each row group; null for columns that need no correction.</param>
    public static void Correct(Stream file, IReadOnlyList<IReadOnlyList<TimeRange?>> ranges)
    {
        var tail = new byte[TailSize];
        file.Seek(-TailSize, SeekOrigin.End);
        file.ReadExactly(tail);
        var footer = new byte[BinaryPrimitives.ReadInt32LittleEndian(tail)];
        file.Seek(-TailSize - footer.Length, SeekOrigin.End);
        file.ReadExactly(footer);
        new ThriftWalker(footer, (path, value) => Correct(path, value, ranges)).Walk();
        file.Seek(-TailSize - footer.Length, SeekOrigin.End);
        file.Write(footer);
        file.Seek(0, SeekOrigin.End);
    }

    /// <summary>Replaces a value of the statistics of a column: FileMetaData, row group, column chunk, its metadata, its statistics.</summary>
    private static void Correct(ReadOnlySpan<int> path, Span<byte> value, IReadOnlyList<IReadOnlyList<TimeRange?>> ranges)
    {
        if (path is [4, var group, 1, var column, 3, 12, var field and (1 or 2 or 5 or 6)] && ranges[group][column] is { } range)
        {
            // Fields 1 and 2 are for older readers.
            BinaryPrimitives.WriteInt64LittleEndian(value, field is 1 or 5 ? range.Max : range.Min);
        }
    }
}

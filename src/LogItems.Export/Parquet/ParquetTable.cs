using System.IO.Compression;
using Parquet;
using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>A table of Parquet files: its columns, written from rows or from other files.</summary>
internal sealed class ParquetTable<TRow>
{
    /// <summary>The number of rows of a complete row group; readers process groups in parallel, and skip those they do not need.</summary>
    private const long RowsOfGroup = 100_000;

    private static readonly ParquetOptions Options = new()
    {
        CompressionMethod = CompressionMethod.Zstd,
        CompressionLevel = CompressionLevel.Optimal,
        DictionaryEncodingSampleSize = 10_000,
    };

    private readonly IReadOnlyList<ParquetColumn<TRow>> _columns;
    private readonly ParquetSchema _schema;

    public ParquetTable(string name, params IReadOnlyList<ParquetColumn<TRow>> columns)
    {
        (Name, _columns) = (name, columns);
        _schema = new ParquetSchema(columns.Select(column => column.Field));
    }

    /// <summary>The name of the folder, and the prefix of file names.</summary>
    public string Name { get; }

    /// <summary>Writes a file with one row group.</summary>
    public Task WriteAsync(Stream target, IReadOnlyList<TRow> rows) => WriteAsync(
        target,
        async writer => [await WriteGroupAsync(writer, (group, column) => column.WriteAsync(group, rows)).ConfigureAwait(false)]);

    /// <summary>Writes a file with the rows of others, in order; only one column of one row group is in memory at a time.</summary>
    /// <exception cref="InvalidDataException">A file cannot be read.</exception>
    public Task MergeAsync(Stream target, IReadOnlyList<string> files) => WriteAsync(target, writer => MergeAsync(writer, files));

    private async Task WriteAsync(Stream target, Func<ParquetWriter, Task<List<TimeRange?[]>>> writeGroupsAsync)
    {
        List<TimeRange?[]> ranges;
        var writer = await ParquetWriter.CreateAsync(_schema, target, Options).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            ranges = await writeGroupsAsync(writer).ConfigureAwait(false);
        }

        ParquetFooter.Correct(target, ranges);
    }

    private async Task<List<TimeRange?[]>> MergeAsync(ParquetWriter writer, IReadOnlyList<string> files)
    {
        List<TimeRange?[]> ranges = [];
        for (var next = 0; next < files.Count;)
        {
            List<ParquetReader> readers = [];
            try
            {
                List<ParquetRowGroupReader> groups = [];
                for (var rows = 0L; next < files.Count && rows < RowsOfGroup; next++)
                {
                    readers.Add(await OpenAsync(files[next]).ConfigureAwait(false));
                    groups.Add(readers[^1].OpenRowGroupReader(0));
                    rows += groups[^1].RowCount;
                }

                ranges.Add(await WriteGroupAsync(writer, (group, column) => column.CopyAsync(group, groups)).ConfigureAwait(false));
            }
            finally
            {
                foreach (var reader in readers)
                {
                    await reader.DisposeAsync().ConfigureAwait(false);
                }
            }
        }

        return ranges;
    }

    private async Task<TimeRange?[]> WriteGroupAsync(ParquetWriter writer, Func<ParquetRowGroupWriter, ParquetColumn<TRow>, Task<TimeRange?>> writeAsync)
    {
        using var group = writer.CreateRowGroup();
        var ranges = new TimeRange?[_columns.Count];
        for (var column = 0; column < ranges.Length; column++)
        {
            ranges[column] = await writeAsync(group, _columns[column]).ConfigureAwait(false);
        }

        return ranges;
    }

    /// <summary>Opens a file from memory: it is small, and the number of open files of a process is limited.</summary>
    private static async Task<ParquetReader> OpenAsync(string file)
    {
        var bytes = new MemoryStream(await File.ReadAllBytesAsync(file).ConfigureAwait(false));
        try
        {
            return await ParquetReader.CreateAsync(bytes).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new InvalidDataException(
                $"'{file}' is not a Parquet file: {exception.Message} The disk was full or is damaged. Move the file away, and delete the checkpoints to "
                + "export everything again.",
                exception);
        }
    }
}

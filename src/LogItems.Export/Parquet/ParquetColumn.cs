using Parquet;
using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>A column of a table, which can be written from rows and copied from files.</summary>
internal abstract class ParquetColumn<TRow>(DataField definition)
{
    public DataField Field => definition;

    /// <summary>Writes the values of rows.</summary>
    /// <returns>The range of the times if it is a column of times.</returns>
    public abstract Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, IReadOnlyList<TRow> rows);

    /// <summary>Writes the values of several row groups, concatenated.</summary>
    /// <returns>The range of the times if it is a column of times.</returns>
    public abstract Task<TimeRange?> CopyAsync(ParquetRowGroupWriter target, IReadOnlyList<ParquetRowGroupReader> sources);

    /// <summary>Reads a column of several row groups, concatenated.</summary>
    protected static async Task<T[]> ReadAsync<T>(IReadOnlyList<ParquetRowGroupReader> sources, Func<ParquetRowGroupReader, Memory<T>, ValueTask> readAsync)
    {
        var values = new T[sources.Sum(source => source.RowCount)];
        var offset = 0;
        foreach (var source in sources)
        {
            await readAsync(source, values.AsMemory(offset, (int)source.RowCount)).ConfigureAwait(false);
            offset += (int)source.RowCount;
        }

        return values;
    }
}

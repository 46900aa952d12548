using Parquet;
using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>A column of a table: how it is written from rows, and copied from files.</summary>
internal abstract class ParquetColumn<TRow>(DataField definition)
{
    public DataField Field => definition;

    /// <summary>Writes the values of rows.</summary>
    /// <returns>For a column of times, their range.</returns>
    public abstract Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, IReadOnlyList<TRow> rows);

    /// <summary>Writes the values of row groups, one group behind the other.</summary>
    /// <returns>For a column of times, their range.</returns>
    public abstract Task<TimeRange?> CopyAsync(ParquetRowGroupWriter target, IReadOnlyList<ParquetRowGroupReader> sources);

    /// <summary>Reads a column of row groups, one group behind the other.</summary>
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

using Parquet;
using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>A nullable column of numbers or identifiers.</summary>
internal sealed class ValueColumn<TRow, T>(string name, Func<TRow, T?> value) : ParquetColumn<TRow>(new DataField<T?>(name))
    where T : struct
{
    public override async Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, IReadOnlyList<TRow> rows)
    {
        await target.WriteAsync<T>(Field, rows.Select(value).ToArray().AsMemory()).ConfigureAwait(false);
        return null;
    }

    public override async Task<TimeRange?> CopyAsync(ParquetRowGroupWriter target, IReadOnlyList<ParquetRowGroupReader> sources)
    {
        var values = await ReadAsync<T?>(sources, (source, part) => source.ReadAsync(Field, part)).ConfigureAwait(false);
        await target.WriteAsync<T>(Field, values.AsMemory()).ConfigureAwait(false);
        return null;
    }
}

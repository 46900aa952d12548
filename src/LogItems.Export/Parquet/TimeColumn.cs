using Parquet;

namespace LogItems.Export.Parquet;

/// <summary>A nullable column of times.</summary>
internal sealed class TimeColumn<TRow>(string name, Func<TRow, DateTime?> value) : ParquetColumn<TRow>(ParquetTime.Field(name))
{
    public override async Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, IReadOnlyList<TRow> rows) =>
        await WriteAsync(target, rows.Select(value).ToArray()).ConfigureAwait(false);

    public override async Task<TimeRange?> CopyAsync(ParquetRowGroupWriter target, IReadOnlyList<ParquetRowGroupReader> sources)
    {
        var values = await ReadAsync<DateTime?>(sources, (source, part) => source.ReadAsync(Field, part)).ConfigureAwait(false);
        return await WriteAsync(target, values).ConfigureAwait(false);
    }

    private async Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, DateTime?[] values)
    {
        await target.WriteAsync<DateTime>(Field, values.AsMemory()).ConfigureAwait(false);
        return TimeRange.Of(values);
    }
}

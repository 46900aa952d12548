using Parquet;
using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>A nullable column of text.</summary>
internal sealed class TextColumn<TRow>(string name, Func<TRow, string?> value) : ParquetColumn<TRow>(new DataField<string>(name))
{
    public override async Task<TimeRange?> WriteAsync(ParquetRowGroupWriter target, IReadOnlyList<TRow> rows)
    {
        await target.WriteAsync(Field, rows.Select(value).ToArray()).ConfigureAwait(false);
        return null;
    }

    public override async Task<TimeRange?> CopyAsync(ParquetRowGroupWriter target, IReadOnlyList<ParquetRowGroupReader> sources)
    {
        var values = await ReadAsync<string?>(sources, (source, part) => source.ReadAsync(Field, part!)).ConfigureAwait(false);
        await target.WriteAsync(Field, values).ConfigureAwait(false);
        return null;
    }
}

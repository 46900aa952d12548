using LogItems.Monitoring;

namespace LogItems.Export.Parquet;

/// <summary>The two tables. Columns are only added at the end; files of older versions stay unchanged.</summary>
internal static class ParquetTables
{
    public static readonly ParquetTable<ItemRow> Items = new(
        "items",
        new TextColumn<ItemRow>("server", row => row.Batch.Server),
        new TextColumn<ItemRow>("labels", row => row.Batch.Labels),
        new TextColumn<ItemRow>("customer", row => row.Batch.Customer),
        new TextColumn<ItemRow>("site", row => row.Batch.Site),
        new TextColumn<ItemRow>("job", row => row.Session.JobName),
        new ValueColumn<ItemRow, Guid>("session_id", row => row.Session.Session.Id),
        new ValueColumn<ItemRow, Guid>("item_key", row => row.Key),
        new ValueColumn<ItemRow, long>("usn", row => row.Item.Usn),
        new TextColumn<ItemRow>("level", row => row.Item.LevelText),
        new TextColumn<ItemRow>("text", row => row.Item.Text),
        new TimeColumn<ItemRow>("started_at", row => ParquetTime.Of(row.Item.StartedAt)),
        new TimeColumn<ItemRow>("ended_at", row => ParquetTime.Of(row.Item.EndedAt)),
        new TextColumn<ItemRow>("object_kind", row => row.Failure?.ObjectKind?.ToString()),
        new TextColumn<ItemRow>("object", row => row.Failure?.ObjectName),
        new TextColumn<ItemRow>("cause", row => row.Failure?.Cause),
        new TimeColumn<ItemRow>("observed_at", row => row.Batch.ObservedAt),
        new TimeColumn<ItemRow>("written_at", row => row.Batch.WrittenAt));

    public static readonly ParquetTable<SessionRow> Sessions = new(
        "sessions",
        new TextColumn<SessionRow>("server", row => row.Batch.Server),
        new TextColumn<SessionRow>("labels", row => row.Batch.Labels),
        new TextColumn<SessionRow>("customer", row => row.Batch.Customer),
        new TextColumn<SessionRow>("site", row => row.Batch.Site),
        new ValueColumn<SessionRow, Guid>("session_id", row => row.Session.Session.Id),
        new ValueColumn<SessionRow, Guid>("job_id", row => row.Session.Session.GetJobId()),
        new TextColumn<SessionRow>("job", row => row.Session.JobName),
        new TextColumn<SessionRow>("job_type", row => row.Session.Session.JobTypeText),
        new TextColumn<SessionRow>("status", row => row.Session.Session.StatusText),
        new TimeColumn<SessionRow>("started_at", row => ParquetTime.Of(row.Session.Session.StartedAt)),
        new TimeColumn<SessionRow>("ended_at", row => ParquetTime.Of(row.Session.Session.EndedAt)),
        new TextColumn<SessionRow>("details", row => row.Session.Session.Details),
        new ValueColumn<SessionRow, long>("transferred_bytes", row => row.Session.Session.Statistics?.TransferredBytes),
        new ValueColumn<SessionRow, long>("processing_rate_bytes_per_second", row => row.Session.Session.Statistics?.ProcessingRateBytesPerSecond),
        new ValueColumn<SessionRow, long>("processing_rate_items_per_second", row => row.Session.Session.Statistics?.ProcessingRateItemsPerSecond),
        new TextColumn<SessionRow>("bottleneck", row => row.Session.Session.Statistics?.BottleneckText),
        new TimeColumn<SessionRow>("observed_at", row => row.Batch.ObservedAt),
        new TimeColumn<SessionRow>("written_at", row => row.Batch.WrittenAt));
}

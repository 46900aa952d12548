using LogItems.Monitoring;

namespace LogItems.Export.Parquet;

/// <summary>A row of the table <c>items</c>.</summary>
internal readonly record struct ItemRow(BatchRow Batch, ExportSession Session, Guid Key, LogItem Item, FailureSignature? Failure);

/// <summary>A row of the table <c>sessions</c>.</summary>
internal readonly record struct SessionRow(BatchRow Batch, ExportSession Session);

/// <summary>The values shared by all rows of a batch.</summary>
/// <param name="Server">The name of the server.</param>
/// <param name="Labels">Its labels, as JSON.</param>
/// <param name="Customer">The label of that name.</param>
/// <param name="Site">The label of that name.</param>
/// <param name="ObservedAt">The time at which the first session of the batch was read.</param>
/// <param name="WrittenAt">The time at which the batch was written; a later batch has a later time, even if the clock was set back.</param>
internal sealed record BatchRow(string Server, string Labels, string? Customer, string? Site, DateTime? ObservedAt, DateTime WrittenAt)
{
    public static BatchRow Of(ExportBatch batch, DateTime writtenAt) => new(
        batch.Server,
        Records.LabelText.Of(batch.Labels),
        batch.Labels.GetValueOrDefault("customer"),
        batch.Labels.GetValueOrDefault("site"),
        ParquetTime.Of(batch.ObservedAt),
        writtenAt);
}

namespace LogItems.FakeServer;

/// <summary>The <c>statistics</c> of a job session.</summary>
/// <remarks>v2 writes them as text (<c>"634.0 KB/s"</c>) under other names, rounded to one decimal place.</remarks>
public sealed record FakeSessionStatistics
{
    /// <summary>The processing rate of data.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long ProcessingRateBytesPS { get; init; }

    /// <summary>The processing rate of items.</summary>
    /// <value>Items per second; default 0.</value>
    public long ProcessingRateItemsPS { get; init; }

    /// <summary>The read rate of the source.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long ReadRateBytesPS { get; init; }

    /// <summary>The write rate of the target.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long WriteRateBytesPS { get; init; }

    /// <summary>The amount of transferred data.</summary>
    /// <value>Bytes; default 0.</value>
    public long TransferredDataBytes { get; init; }

    /// <summary>The number of processed objects.</summary>
    /// <value>Objects; default 0.</value>
    public long ProcessedObjects { get; init; }

    /// <summary>The bottleneck of the session.</summary>
    /// <value>A value such as <c>Source</c> or <c>Target</c>; default <c>NA</c>.</value>
    public string Bottleneck { get; init; } = "NA";
}

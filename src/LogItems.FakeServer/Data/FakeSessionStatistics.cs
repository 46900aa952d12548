namespace LogItems.FakeServer;

/// <summary>The <c>statistics</c> of a job session.</summary>
/// <remarks>v2 writes them as text (<c>"634.0 KB/s"</c>) under other names, rounded to one decimal place.</remarks>
public sealed record FakeSessionStatistics
{
    /// <summary>How fast data was processed.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long ProcessingRateBytesPS { get; init; }

    /// <summary>How fast items were processed.</summary>
    /// <value>Items per second; default 0.</value>
    public long ProcessingRateItemsPS { get; init; }

    /// <summary>How fast the source was read.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long ReadRateBytesPS { get; init; }

    /// <summary>How fast the target was written.</summary>
    /// <value>Bytes per second; default 0.</value>
    public long WriteRateBytesPS { get; init; }

    /// <summary>How much was transferred.</summary>
    /// <value>Bytes; default 0.</value>
    public long TransferredDataBytes { get; init; }

    /// <summary>How many objects were processed.</summary>
    /// <value>Objects; default 0.</value>
    public long ProcessedObjects { get; init; }

    /// <summary>What slowed the session down most.</summary>
    /// <value>A word such as <c>Source</c> or <c>Target</c>; default <c>NA</c>.</value>
    public string Bottleneck { get; init; } = "NA";
}

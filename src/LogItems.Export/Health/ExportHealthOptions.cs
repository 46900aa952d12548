namespace LogItems.Export;

/// <summary>The thresholds above which an export is degraded or unhealthy.</summary>
public sealed record ExportHealthOptions
{
    /// <summary>The duration of failing deliveries to the sink after which the export is unhealthy; it is degraded from the first failed batch.</summary>
    /// <value>0 or more; default 5 minutes. An export with nothing new to deliver does not fail.</value>
    public TimeSpan MaxSinkOutage { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The duration of an outage of the checkpoints after which the export is unhealthy; it is degraded from the first failure.</summary>
    /// <value>0 or more; default 1 minute.</value>
    public TimeSpan MaxStoreOutage { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// The number of intervals of a server after which the export is degraded if the server was not read to the end, and is not being read or does not
    /// respond.
    /// </summary>
    /// <value>1 or more; default 5.</value>
    public int MaxMissedIntervals { get; init; } = 5;

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSinkOutage, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxStoreOutage, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxMissedIntervals, 1);
    }
}

namespace LogItems.Export;

/// <summary>The settings of an export.</summary>
public sealed record ExportOptions
{
    internal const int ConcurrencyLimit = 1000;

    /// <summary>Only sessions that ended at this time or later, and those that are running.</summary>
    /// <value>Null (the default) for all sessions. It applies to sessions that have not been listed before.</value>
    public DateTimeOffset? Since { get; init; }

    /// <summary>The maximum number of servers to read at the same time, each by one reader.</summary>
    /// <value>1 to 1,000; default 8.</value>
    public int MaxConcurrency { get; init; } = 8;

    /// <summary>The number of items after which a batch is written, before its server has been read to the end.</summary>
    /// <value>1 to 100,000; default 10,000. Memory usage grows with it, by about 1 KB per item for each server that is read at the same time.</value>
    public int BatchSize { get; init; } = 10_000;

    /// <summary>The number of sessions after which a batch is written, even if they have few or no items.</summary>
    /// <value>
    /// 1 to 10,000; default 1,000. Ten times as many are kept in memory, at about 2 KB each, while a server is read; if more are new, as on the first poll,
    /// the server lists its sessions again for each such part.
    /// </value>
    public int SessionBatchSize { get; init; } = 1000;

    /// <summary>
    /// The period before the latest known session that is listed again, because some sessions appear in the list after others with a later time.
    /// </summary>
    /// <value>0 or more; default 2 hours.</value>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromHours(2);

    /// <summary>
    /// The time between two listings of all sessions, which find those with wrong dates, for example after the server's clock was adjusted, and remove
    /// those that no longer exist.
    /// </summary>
    /// <value>More than zero; default 24 hours.</value>
    public TimeSpan ListAllInterval { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Checks the settings.</summary>
    /// <exception cref="ArgumentException">A value is out of its range.</exception>
    internal void ThrowIfInvalid()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxConcurrency, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxConcurrency, ConcurrencyLimit);
        ArgumentOutOfRangeException.ThrowIfLessThan(BatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(BatchSize, 100_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(SessionBatchSize, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SessionBatchSize, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(Overlap, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(ListAllInterval, TimeSpan.Zero);
    }
}

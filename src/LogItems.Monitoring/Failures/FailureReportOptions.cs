namespace LogItems.Monitoring;

/// <summary>The options of a failure report: its span, filters and grouping.</summary>
public sealed record FailureReportOptions
{
    /// <summary>The start of the span: the sessions that ended at this time or later.</summary>
    /// <remarks>
    /// The previous span has the same length and ends where this one begins; both are read. In a span until now, the failures of a session that is running, or
    /// that began before this time, count by their own time (their end, or else their start): earlier ones, however old, count in the previous span. Thus a
    /// failure of a long session is not new in several consecutive reports.
    /// </remarks>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The end of the span: the sessions that ended at this time or earlier.</summary>
    /// <value>Null (the default) for the current time; then the sessions that are running belong to the span as well.</value>
    /// <remarks>
    /// In a span that has ended, all failures of a session count where the session ended: each session is in exactly one of consecutive spans.
    /// </remarks>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only sessions of this job.</summary>
    /// <value>Null (the default) for all jobs.</value>
    public Guid? JobId { get; init; }

    /// <summary>The levels that count as failures.</summary>
    /// <value>At least one; default <see cref="LogItemLevel.Warning"/> and <see cref="LogItemLevel.Error"/>.</value>
    /// <remarks>
    /// With <see cref="LogItemLevel.Error"/>, an item with a level that the SDK does not know counts as well, as <see cref="LogItemLevel.Unknown"/>:
    /// it may be more severe than an error.
    /// </remarks>
    public IReadOnlyCollection<LogItemLevel> Levels { get; init; } = [LogItemLevel.Warning, LogItemLevel.Error];

    /// <summary>The properties that the failures of a group share.</summary>
    /// <value>Default: object and cause.</value>
    public FailureGrouping GroupBy { get; init; } = FailureGrouping.Object | FailureGrouping.Cause;

    /// <summary>The failures to ignore.</summary>
    /// <value>Null (the default) for none.</value>
    public FailureWaiverFile? Waivers { get; init; }

    /// <summary>The maximum number of sessions to read concurrently.</summary>
    /// <value>1 to 16; default 4.</value>
    public int MaxConcurrentSessions { get; init; } = 4;

    /// <summary>The clock, whose local time zone determines the night that a session belongs to: a night lasts from noon to noon.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Called after each session, never concurrently.</summary>
    /// <value>Null (the default) for none.</value>
    public Action<FailureProgress>? OnProgress { get; init; }

    /// <summary>Whether failures of the default levels, or of other jobs, are excluded.</summary>
    internal bool IsRestricted => JobId is not null || !Levels.Contains(LogItemLevel.Warning) || !Levels.Contains(LogItemLevel.Error);

    internal void Validate(DateTimeOffset until)
    {
        if (Levels.Count == 0)
        {
            throw new ArgumentException("There are no levels. Specify at least one.");
        }

        if (Since >= until)
        {
            throw new ArgumentException($"The span begins at {Since:u}, which is not before its end at {until:u}.");
        }

        if (MaxConcurrentSessions is < 1 or > 16)
        {
            throw new ArgumentException($"The maximum number of concurrent sessions is {MaxConcurrentSessions}; use 1 to 16.");
        }
    }
}

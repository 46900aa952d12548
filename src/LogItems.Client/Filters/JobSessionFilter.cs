namespace LogItems;

/// <summary>The job sessions to read, and their maximum number.</summary>
/// <remarks>A filter that the API version does not support is applied by the client, with the same result.</remarks>
public sealed record JobSessionFilter
{
    /// <summary>The states to read.</summary>
    /// <value>Empty (the default) for all. API v8 filters a single state on the server; everything else is filtered by the client.</value>
    public IReadOnlyCollection<JobSessionStatus> Statuses { get; init; } = [];

    /// <summary>Only sessions that ended at this time or later, and those that are running.</summary>
    /// <value>Null (the default) for no bound.</value>
    /// <remarks>The client compares the end time. From API v6 on, a bound that is <see cref="SinceMargin"/> earlier is sent to the server as well.</remarks>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How much earlier than <see cref="Since"/> the bound is that is sent to the server.</summary>
    /// <value>0 or more; default 14 days, which is longer than most sessions take.</value>
    /// <remarks>
    /// The bound is sent as <c>endTimeLowerBound</c>. The vendor's documents of v7 and v8 state that this parameter compares the creation time, which has
    /// not been verified. A server that does so would omit a session that began before the bound and ended after it. With the margin, it returns each
    /// session that took less than that. The result of a server that compares the end time does not depend on the margin, but sessions that ended within it
    /// are transferred as well: a caller that polls, and reads the sessions in progress itself, can use less.
    /// </remarks>
    public TimeSpan SinceMargin { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Only sessions that ended at this time or earlier; no running ones.</summary>
    /// <value>Null (the default) for no bound.</value>
    /// <remarks>Sent to the server from API v7 on as <c>endTimeUpperBound</c>. The client compares the end time in any case.</remarks>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only sessions of jobs of this type.</summary>
    /// <value>Null (the default) for all types. API v6 and later.</value>
    public JobType? JobType { get; init; }

    /// <summary>Only sessions of this job.</summary>
    /// <value>Null (the default) for all jobs.</value>
    public Guid? JobId { get; init; }

    /// <summary>The number of sessions to skip.</summary>
    /// <value>0 (the default) or more. Only sessions that pass the filter count, in every API version.</value>
    public int StartAt { get; init; }

    /// <summary>The position to continue at: behind the session that the token comes from.</summary>
    /// <value>
    /// A <c>ContinuationToken</c> of a session or of an exception, used with the same filter; null (the default) to begin at
    /// <see cref="StartAt"/>. If sessions before it were added or removed since, the client searches for it; if it no longer exists, reading continues
    /// at its old position, and the change is reported to <see cref="LogItemsClientOptions.OnConcurrentChange"/>.
    /// </value>
    public string? ContinuationToken { get; init; }

    /// <summary>The maximum number of sessions to read.</summary>
    /// <value>0 or more; null (the default) for all. No more pages are requested than are needed.</value>
    public int? Take { get; init; }

    /// <summary>The bound to send to the server; null for none.</summary>
    internal DateTimeOffset? ServerSince =>
        Since is { } since && Math.Min(since.UtcTicks, since.Ticks) <= SinceMargin.Ticks ? DateTimeOffset.MinValue : Since - SinceMargin;

    /// <summary>Determines whether a session passes the filters that the client can apply itself.</summary>
    internal bool Matches(JobSession session) =>
        (Statuses.Count == 0 || (session.Status is { } status && Statuses.Contains(status)))
        && (Since is null || EndOf(session) >= Since)
        && (Until is null || EndOf(session) <= Until);

    /// <summary>The end time for comparisons: the maximum for a session that has not ended, the start for an ended one without an end time.</summary>
    private static DateTimeOffset EndOf(JobSession session) =>
        session.IsRunning ? DateTimeOffset.MaxValue : session.EndedAt ?? session.StartedAt ?? DateTimeOffset.MaxValue;
}

namespace LogItems.Monitoring.Failures;

/// <summary>A session with the data by which its failures are counted.</summary>
/// <param name="Session">The session.</param>
/// <param name="JobName">The name of its job; null if it is unknown.</param>
/// <param name="JobLabel">The unique name of its job; null if it is unknown.</param>
/// <param name="IsInSpan">Whether it belongs to the span rather than to the previous one.</param>
internal sealed record ReadSession(JobSession Session, string? JobName, string? JobLabel, bool IsInSpan)
{
    /// <summary>Runs that start before and after midnight belong to the same night.</summary>
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>The identifier of its job; null if it is unknown.</summary>
    public Guid? JobId { get; } = Session.GetJobId();

    /// <summary>The number of the day at whose noon its night began.</summary>
    private int Night { get; init; }

    /// <summary>The start of the span, if failures before it do not belong to the span; else null.</summary>
    private DateTimeOffset? Since { get; init; }

    /// <param name="session">The session.</param>
    /// <param name="names">The names of the jobs.</param>
    /// <param name="options">The start of the span.</param>
    /// <param name="isOpen">
    /// Whether the span lasts until now. Then a session is in it while it is running and again in a later span in which it ends, and its failures
    /// count by their own time, so that none is new twice. In a span with an end, which has no running session, each session occurs once.
    /// </param>
    public static ReadSession Of(JobSession session, JobNames names, FailureReportOptions options, bool isOpen)
    {
        var end = session.IsRunning ? DateTimeOffset.MaxValue : session.GetEnd() ?? DateTimeOffset.MaxValue;
        var start = TimeZoneInfo.ConvertTime(session.StartedAt ?? end, options.TimeProvider.LocalTimeZone);
        var isInSpan = end >= options.Since;
        return new(session, names.Of(session), names.LabelOf(session), isInSpan)
        {
            Night = (int)((start.DateTime.Ticks - Noon.Ticks) / TimeSpan.TicksPerDay),
            Since = isOpen && isInSpan && (session.IsRunning || session.StartedAt < options.Since) ? options.Since : null,
        };
    }

    /// <summary>Gets whether failures of the session can count in the previous span.</summary>
    public bool IsPartlyBefore => !IsInSpan || Session.StartedAt < Since;

    /// <summary>Determines where a failure counts: in the span or the previous one, and the night. A run of several days has one night for each.</summary>
    public (bool IsInSpan, int Night) Assign(LogItem item)
    {
        var time = item.EndedAt ?? item.StartedAt;
        var night = Night + (time - Session.StartedAt is { Ticks: > 0 } passed ? passed.Days : 0);
        return (Since is { } since && time is { } own ? own >= since : IsInSpan, night);
    }
}

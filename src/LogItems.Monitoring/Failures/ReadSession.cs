namespace LogItems.Monitoring.Failures;

/// <summary>A session with what its failures are counted by.</summary>
/// <param name="Session">The session.</param>
/// <param name="JobName">The name of its job; null if it is not known.</param>
/// <param name="JobLabel">The name that no other job has; null if it is not known.</param>
/// <param name="IsInSpan">Whether it belongs to the span, and not to the one before.</param>
internal sealed record ReadSession(JobSession Session, string? JobName, string? JobLabel, bool IsInSpan)
{
    /// <summary>A run that starts before midnight and a run that starts after it are of one night.</summary>
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <summary>The identifier of its job; null if it is not known.</summary>
    public Guid? JobId { get; } = Session.GetJobId();

    /// <summary>The number of the day on whose noon its night began.</summary>
    private int Night { get; init; }

    /// <summary>The start of the span, if failures before it do not belong to the span; else null.</summary>
    private DateTimeOffset? Since { get; init; }

    /// <param name="session">The session.</param>
    /// <param name="names">The names of the jobs.</param>
    /// <param name="options">The start of the span.</param>
    /// <param name="isOpen">
    /// Whether the span lasts until now. Then a session is in it while it is running and again in a later span in which it ends, and its failures
    /// count by their own time, so that none is new twice. In a span with an end, which has no running session, each session is once.
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

    /// <summary>Gets whether failures of the session can count in the span before.</summary>
    public bool IsPartlyBefore => !IsInSpan || Session.StartedAt < Since;

    /// <summary>Where a failure counts: the span or the one before, and the night. A run of several days has a night for each.</summary>
    public (bool IsInSpan, int Night) Place(LogItem item)
    {
        var time = item.EndedAt ?? item.StartedAt;
        var night = Night + (time - Session.StartedAt is { Ticks: > 0 } passed ? passed.Days : 0);
        return (Since is { } since && time is { } own ? own >= since : IsInSpan, night);
    }
}

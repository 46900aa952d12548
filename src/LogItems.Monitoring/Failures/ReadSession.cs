namespace LogItems.Monitoring.Failures;

/// <summary>A session with what its failures are counted by.</summary>
/// <param name="Session">The session.</param>
/// <param name="Job">The name of its job; null if it is not known.</param>
/// <param name="IsInSpan">Whether it belongs to the span, and not to the one before.</param>
/// <param name="Night">The number of the day on whose noon its night began.</param>
internal sealed record ReadSession(JobSession Session, string? Job, bool IsInSpan, int Night)
{
    /// <summary>A run that starts before midnight and a run that starts after it are of one night.</summary>
    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    public static ReadSession Of(JobSession session, string? job, FailureReportOptions options)
    {
        var end = session.EndedAt ?? DateTimeOffset.MaxValue;
        var start = TimeZoneInfo.ConvertTime(session.StartedAt ?? end, options.TimeProvider.LocalTimeZone);
        return new(session, job, end >= options.Since, (int)((start.DateTime.Ticks - Noon.Ticks) / TimeSpan.TicksPerDay));
    }
}

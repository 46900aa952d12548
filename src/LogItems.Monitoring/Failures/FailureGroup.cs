namespace LogItems.Monitoring;

/// <summary>A group of failures with the same cause, object, job or session, depending on the grouping.</summary>
public sealed record FailureGroup
{
    /// <summary>The name of the server; null except in a report of several servers, see <see cref="FailureReport.Combine"/>.</summary>
    public string? Server { get; init; }

    /// <summary>The comparison with the previous span.</summary>
    public required FailureTrend Trend { get; init; }

    /// <summary>The highest level of a failure in the span, or else in the previous span: Error, Stop, Warning, and then the others.</summary>
    public required LogItemLevel Level { get; init; }

    /// <summary>The kind of object; null if there is none, or more than one.</summary>
    public LogItemSubjectKind? ObjectKind { get; init; }

    /// <summary>The name of the object; null if there is none, or more than one.</summary>
    public string? ObjectName { get; init; }

    /// <summary>The address of the object; null if there is none, or more than one.</summary>
    public string? ObjectAddress { get; init; }

    /// <summary>The number of objects.</summary>
    public required int Objects { get; init; }

    /// <summary>The cause; null if there is more than one.</summary>
    public string? Cause { get; init; }

    /// <summary>The number of causes.</summary>
    public required int Causes { get; init; }

    /// <summary>
    /// The names of the jobs, in order; a name that several jobs share is followed by the beginning of the identifier, and a job with an unknown name
    /// is represented by its identifier.
    /// </summary>
    public required IReadOnlyList<string> Jobs { get; init; }

    /// <summary>The session that all failures belong to; null if they belong to several.</summary>
    public Guid? SessionId { get; init; }

    /// <summary>The number of sessions in both spans.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of failures in the span.</summary>
    public required long Count { get; init; }

    /// <summary>The number of failures in the previous span.</summary>
    public required long CountBefore { get; init; }

    /// <summary>The number of nights in the span with at least one failure; a night lasts from noon to noon.</summary>
    public required int Nights { get; init; }

    /// <summary>The number of nights in the previous span with at least one failure.</summary>
    public required int NightsBefore { get; init; }

    /// <summary>The start of the first failure in both spans; null if no time was sent.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>The start of the last failure in both spans; null if no time was sent.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>The text of the last failure, without the level.</summary>
    public required string LastText { get; init; }

    /// <summary>The session of the last failure.</summary>
    public required Guid LastSessionId { get; init; }

    /// <summary>The last failure.</summary>
    public required Guid LastItemId { get; init; }
}

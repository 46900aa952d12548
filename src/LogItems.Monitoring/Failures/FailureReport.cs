using LogItems.Monitoring.Failures;

namespace LogItems.Monitoring;

/// <summary>What failed in a span of time, why, and whether it is new.</summary>
public sealed partial record FailureReport
{
    /// <summary>The start of the span.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The end of the span.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The start of the span before, which has the same length.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>The groups that count, sorted by how much they matter: errors first, new ones first, frequent ones first, those that are gone last.</summary>
    /// <remarks>Each failure belongs to exactly one group, either here or in <see cref="IgnoredGroups"/>.</remarks>
    public required IReadOnlyList<FailureGroup> Groups { get; init; }

    /// <summary>The groups of the failures that a waiver ignores, in the same order.</summary>
    public IReadOnlyList<FailureGroup> IgnoredGroups { get; init; } = [];

    /// <summary>The waivers whose last day has passed; what they ignored counts again.</summary>
    public IReadOnlyList<FailureWaiver> ExpiredWaivers { get; init; } = [];

    /// <summary>The waivers that are about no failure of either span.</summary>
    /// <remarks>
    /// Empty if not all failures were read, because of <see cref="FailureReportOptions.JobId"/>, of the levels or of sessions that were unreadable or deleted.
    /// </remarks>
    public IReadOnlyList<FailureWaiver> UnusedWaivers { get; init; } = [];

    /// <summary>The number of failures in the span that count.</summary>
    public required long Failures { get; init; }

    /// <summary>The number of failures in the span before that count.</summary>
    public required long FailuresBefore { get; init; }

    /// <summary>The number of failures in the span that are ignored.</summary>
    public long IgnoredFailures { get; init; }

    /// <summary>The number of sessions in the span.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of sessions in the span before; the failures of sessions that began before the span count there as well.</summary>
    public required int SessionsBefore { get; init; }

    /// <summary>The number of sessions, of both spans, that were deleted on the server before they were read.</summary>
    public int DeletedSessions { get; init; }

    /// <summary>
    /// The number of sessions, of both spans, whose items the server could not return; their failures are missing. After ten errors in a row by which a
    /// server says that it is failing (408, 429 and 5xx), the sessions that follow are not requested and count as well.
    /// </summary>
    public int UnreadableSessions { get; init; }

    /// <summary>The error of the first of these sessions, and how many were not requested; null if there are none.</summary>
    public string? UnreadableReason { get; init; }

    /// <summary>The names of the jobs, in order, that have sessions in the span and none in the span before: what fails only there is new.</summary>
    public IReadOnlyList<string> JobsWithoutSessionsBefore { get; init; } = [];

    /// <summary>What makes the report incomplete, or its comparison less meaningful: a sentence each, with names and errors as the server sent them.</summary>
    public IReadOnlyList<string> Notices => FailureReportNotices.Of(this);
}

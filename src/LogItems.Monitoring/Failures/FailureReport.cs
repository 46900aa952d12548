using LogItems.Monitoring.Failures;

namespace LogItems.Monitoring;

/// <summary>The failures in a span of time, with their causes and whether they are new.</summary>
public sealed partial record FailureReport
{
    /// <summary>The start of the span.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The end of the span.</summary>
    public required DateTimeOffset Until { get; init; }

    /// <summary>The start of the previous span, which has the same length.</summary>
    public required DateTimeOffset Before { get; init; }

    /// <summary>The groups of counted failures, sorted by importance: errors first, new ones first, frequent ones first, gone ones last.</summary>
    /// <remarks>Each failure belongs to exactly one group, either here or in <see cref="IgnoredGroups"/>.</remarks>
    public required IReadOnlyList<FailureGroup> Groups { get; init; }

    /// <summary>The groups of ignored failures, in the same order.</summary>
    public IReadOnlyList<FailureGroup> IgnoredGroups { get; init; } = [];

    /// <summary>The waivers whose last day has passed; the failures that they ignored count again.</summary>
    public IReadOnlyList<FailureWaiver> ExpiredWaivers { get; init; } = [];

    /// <summary>The waivers that apply to no failure of either span.</summary>
    /// <remarks>
    /// Empty if not all failures were read, because of <see cref="FailureReportOptions.JobId"/>, of the levels or of sessions that were unreadable or deleted.
    /// </remarks>
    public IReadOnlyList<FailureWaiver> UnusedWaivers { get; init; } = [];

    /// <summary>The number of counted failures in the span.</summary>
    public required long Failures { get; init; }

    /// <summary>The number of counted failures in the previous span.</summary>
    public required long FailuresBefore { get; init; }

    /// <summary>The number of ignored failures in the span.</summary>
    public long IgnoredFailures { get; init; }

    /// <summary>The number of sessions in the span.</summary>
    public required int Sessions { get; init; }

    /// <summary>The number of sessions in the previous span; failures of sessions that began before the span may count there as well.</summary>
    public required int SessionsBefore { get; init; }

    /// <summary>The number of sessions, of both spans, that were deleted on the server before they were read.</summary>
    public int DeletedSessions { get; init; }

    /// <summary>
    /// The number of sessions, of both spans, whose items the server could not return; their failures are missing. After ten consecutive errors that indicate
    /// a failing server (408, 429 and 5xx), the remaining sessions are not requested and count as well.
    /// </summary>
    public int UnreadableSessions { get; init; }

    /// <summary>The error of the first of these sessions, and the number of those that were not requested; null if there are none.</summary>
    public string? UnreadableReason { get; init; }

    /// <summary>The names of the jobs, in order, that have sessions in the span but none in the previous one, so that all their failures are new.</summary>
    public IReadOnlyList<string> JobsWithoutSessionsBefore { get; init; } = [];

    /// <summary>Why the report is incomplete or its comparison less meaningful: one sentence per reason, with names and errors as sent by the server.</summary>
    public IReadOnlyList<string> Notices => FailureReportNotices.Of(this);
}

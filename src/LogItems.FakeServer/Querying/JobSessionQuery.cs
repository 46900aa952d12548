using LogItems.FakeServer.Calls;

namespace LogItems.FakeServer.Querying;

/// <summary>The requested job sessions.</summary>
/// <remarks>Bounds are inclusive, and a running session ends after every bound; neither is documented.</remarks>
internal sealed record JobSessionQuery(PageQuery Page)
{
    private string? JobType { get; init; }

    private DateTimeOffset? EndsFrom { get; init; }

    private DateTimeOffset? EndsUntil { get; init; }

    private Guid? JobId { get; init; }

    private string? Status { get; init; }

    public static JobSessionQuery Read(FakeCall call)
    {
        var parameters = call.Parameters;
        return new JobSessionQuery(PageQuery.Read(call))
        {
            JobType = parameters.Word("jobType", "Backup", "Copy"),
            EndsFrom = parameters.Time("endTimeLowerBound"),
            JobId = parameters.Id("jobId"),
            EndsUntil = parameters.Time("endTimeUpperBound"),
            Status = parameters.Word("status"),
        };
    }

    public bool Matches(FakeSession session)
    {
        var outcome = session.Outcome;
        var end = outcome.EndTime ?? DateTimeOffset.MaxValue;
        return (JobType is null || string.Equals(JobType, session.JobType, StringComparison.OrdinalIgnoreCase))
            && (EndsFrom is null || end >= EndsFrom)
            && (EndsUntil is null || end <= EndsUntil)
            && (JobId is null || session.JobId == JobId)
            // The filter's value Succeeded corresponds to the session's status Success.
            && (Status is null || outcome.Status == (Status == "Succeeded" ? "Success" : Status));
    }
}

using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Job sessions as they are written; what an API version does not have is null.</summary>
internal static class JobSessionLayout
{
    public static RecordLayout<JobSession> Instance { get; } = new(
        "session",
        "sessions",
        [
            RecordFields.Id<JobSession>("id", session => session.Id),
            RecordFields.Text<JobSession>("status", session => session.StatusText),
            RecordFields.Text<JobSession>("details", session => session.Details),
            RecordFields.Time<JobSession>("startedAt", session => session.StartedAt),
            RecordFields.Time<JobSession>("endedAt", session => session.EndedAt),
            RecordFields.Text<JobSession>("jobType", session => session.JobTypeText),
            RecordFields.Links<JobSession>("links", session => session.Links),
            RecordFields.Duration<JobSession>("duration", session => session.Duration),
            RecordFields.Issues<JobSession>(),
            RecordFields.AdditionalProperties<JobSession>(session => session.AdditionalProperties),
        ],
        [
            new("ID", 36, session => RecordText.Id(session.Id) ?? ""),
            new("STATUS", 7, session => session.StatusText ?? "", session => StyleOf(session.Status)),
            new("STARTED", 26, session => RecordText.Clock(session.StartedAt)) { NarrowWidth = 19, NarrowText = session => RecordText.ShortClock(session.StartedAt) },
            new("DURATION", 12, session => RecordText.Duration(session.Duration, session.IsRunning)),
            new("DETAILS", 0, session => session.Details ?? ""),
        ]);

    /// <summary>The colour of a state.</summary>
    public static Style? StyleOf(JobSessionStatus? status) => status switch
    {
        JobSessionStatus.Success => new Style(Color.Green),
        JobSessionStatus.Warning => new Style(Color.Yellow),
        JobSessionStatus.Failed => new Style(Color.Red, decoration: Decoration.Bold),
        JobSessionStatus.Running => new Style(Color.Aqua),
        _ => default(Style?),
    };
}

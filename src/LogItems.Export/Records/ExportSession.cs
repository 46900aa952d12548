namespace LogItems.Export;

/// <summary>A job session with those of its items that are new, or have changed, since they were exported last.</summary>
/// <param name="Session">The session as it was listed.</param>
/// <param name="JobName">The name of its job, or else the job's identifier; null if neither is known.</param>
/// <param name="Items">The items; none where only the session has changed.</param>
/// <param name="IsNew">Whether nothing of the session was exported before.</param>
public sealed record ExportSession(JobSession Session, string? JobName, IReadOnlyList<ExportItem> Items, bool IsNew);

namespace LogItems.Export;

/// <summary>A job session with those of its items that are new, or have changed, since the last export.</summary>
/// <param name="Session">The session as it was listed.</param>
/// <param name="JobName">The name of its job, or otherwise the job's identifier; null if neither is known.</param>
/// <param name="Items">The items; empty if only the session has changed.</param>
/// <param name="IsNew">Whether nothing of the session has been exported before.</param>
public sealed record ExportSession(JobSession Session, string? JobName, IReadOnlyList<ExportItem> Items, bool IsNew);

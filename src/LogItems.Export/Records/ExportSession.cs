namespace LogItems.Export;

/// <summary>A job session with its items that are new or have changed since the last export.</summary>
/// <param name="Session">The session as it was listed.</param>
/// <param name="JobName">The name of its job, or else the job's identifier; null if both are unknown.</param>
/// <param name="Items">The items; empty if only the session has changed.</param>
/// <param name="IsNew">Whether no part of the session has been exported before.</param>
public sealed record ExportSession(JobSession Session, string? JobName, IReadOnlyList<ExportItem> Items, bool IsNew);

namespace LogItems.Monitoring.Pages;

/// <summary>A session of a report with its items.</summary>
/// <param name="Session">The session.</param>
/// <param name="Job">The name of its job; empty if it is unknown.</param>
/// <param name="Items">Its items.</param>
internal sealed record ReportedSession(JobSession Session, string Job, IReadOnlyList<ReportedItem> Items);

namespace LogItems.Monitoring;

/// <summary>The progress of reading a report.</summary>
/// <param name="Sessions">The number of sessions that were read.</param>
/// <param name="TotalSessions">The number of sessions to read.</param>
/// <param name="Failures">The number of failures found so far.</param>
public readonly record struct FailureProgress(int Sessions, int TotalSessions, long Failures);

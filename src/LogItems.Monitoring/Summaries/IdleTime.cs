namespace LogItems.Monitoring;

/// <summary>A time in which a session did nothing that its log shows.</summary>
/// <param name="Start">The start.</param>
/// <param name="Duration">The duration.</param>
public sealed record IdleTime(DateTimeOffset Start, TimeSpan Duration);

namespace LogItems.Monitoring;

/// <summary>A period in which no item of a session was in progress.</summary>
/// <param name="Start">The start.</param>
/// <param name="Duration">The duration.</param>
public sealed record IdleTime(DateTimeOffset Start, TimeSpan Duration);

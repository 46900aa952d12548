namespace LogItems.FakeServer.Data;

/// <summary>The status and end of a session.</summary>
internal sealed record SessionOutcome(string Status, DateTimeOffset? EndTime);

namespace LogItems.FakeServer.Data;

/// <summary>How a session stands.</summary>
internal sealed record SessionOutcome(string Status, DateTimeOffset? EndTime);

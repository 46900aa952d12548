namespace LogItems.Export;

/// <summary>The progress of the export of a session.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="EndedAt">The time of its end; null if it had not ended when it was last listed.</param>
/// <param name="Version">A number that changes whenever the session changes.</param>
/// <param name="IsComplete">Whether the session has ended and all its items were exported.</param>
/// <param name="Attempts">The number of complete reads of its items after its end, repeated because items may have been missed.</param>
public sealed record SessionCheckpoint(Guid SessionId, DateTimeOffset? EndedAt, long Version, bool IsComplete, int Attempts = 0);

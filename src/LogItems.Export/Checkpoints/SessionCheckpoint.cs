namespace LogItems.Export;

/// <summary>How far a session was exported.</summary>
/// <param name="SessionId">The session.</param>
/// <param name="EndedAt">When it ended; null if it had not when it was listed last.</param>
/// <param name="Version">A number that changes when the session does.</param>
/// <param name="IsComplete">Whether the session has ended and all its items were exported.</param>
/// <param name="Attempts">How often its items were read to the end although it had ended, because items may have been missed.</param>
public sealed record SessionCheckpoint(Guid SessionId, DateTimeOffset? EndedAt, long Version, bool IsComplete, int Attempts = 0);

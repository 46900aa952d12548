namespace LogItems.Export;

/// <summary>The result of a poll of a server.</summary>
/// <param name="Sessions">The number of sessions that had changes.</param>
/// <param name="Items">The number of new or changed items.</param>
/// <param name="FailedSessions">The number of sessions that could not be read to the end; they are read again at the next poll.</param>
/// <param name="Failure">The failure of the first of them; null if all could be read.</param>
public sealed record PollResult(int Sessions, long Items, int FailedSessions, Exception? Failure);

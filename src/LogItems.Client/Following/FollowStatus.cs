namespace LogItems;

/// <summary>The state of a followed session after one poll.</summary>
/// <param name="Session">The session as last read; null until a poll has read it.</param>
/// <param name="Failure">The exception of this poll; null if it succeeded. It is thrown once <see cref="FollowOptions.MaxOutage"/> has passed.</param>
/// <param name="Outage">The time since the last successful poll; zero if this one succeeded.</param>
/// <param name="NextPoll">The delay until the next poll; null if the session has ended and this was the last one.</param>
public sealed record FollowStatus(JobSession? Session, Exception? Failure, TimeSpan Outage, TimeSpan? NextPoll);

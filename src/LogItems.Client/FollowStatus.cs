namespace LogItems;

/// <summary>How it stands with a session that is followed, after one look at it.</summary>
/// <param name="Session">The session as it was last seen; null as long as no look has got so far.</param>
/// <param name="Failure">Why this look failed; null where it did not. It is passed on when <see cref="FollowOptions.MaxOutage"/> is over.</param>
/// <param name="Outage">For how long no look has succeeded; zero where this one did.</param>
/// <param name="NextPoll">How long it is until the next look; null where the session has ended and this was the last one.</param>
public sealed record FollowStatus(JobSession? Session, Exception? Failure, TimeSpan Outage, TimeSpan? NextPoll);

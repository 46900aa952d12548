namespace LogItems.Export.Reading;

/// <summary>The sessions of a listing. The earliest ones are kept, as many as are read before the next listing.</summary>
internal sealed class ListedSessions(DateTimeOffset? horizon, int capacity, IReadOnlySet<Guid> failed)
{
    /// <summary>The kept sessions, the next one to drop first: those that could not be read the last time, then the latest of the others.</summary>
    private readonly PriorityQueue<JobSession, (bool IsReadFirst, long Earliness)> _kept = new();

    /// <summary>The identifiers of all listed sessions.</summary>
    public HashSet<Guid> Ids { get; } = [];

    /// <summary>The latest start or end of all sessions, by the server's clock.</summary>
    public DateTimeOffset? Horizon { get; private set; } = horizon;

    /// <summary>Gets whether sessions were dropped, so that the server must be listed again after the kept ones have been read.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Adds a session once; the items of a session without an identifier cannot be read.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isKept">Whether it may have changes.</param>
    /// <param name="isListed">Whether it is from the list; others are known, few, and never dropped.</param>
    public void Add(JobSession session, bool isKept, bool isListed = true)
    {
        if (session.Id == Guid.Empty || !Ids.Add(session.Id))
        {
            return;
        }

        Horizon = new[] { Horizon, session.StartedAt, session.EndedAt }.Max();
        if (isKept)
        {
            _kept.Enqueue(session, (!failed.Contains(session.Id), -(session.StartedAt?.UtcTicks ?? 0)));
            if (isListed && _kept.Count > capacity)
            {
                _kept.Dequeue();
                HasMore = true;
            }
        }
    }

    /// <summary>The kept sessions with changes, in the order in which they are read.</summary>
    /// <param name="stored">The stored checkpoints of the sessions.</param>
    public List<(JobSession Session, SessionCheckpoint? Stored)> Pending(Dictionary<Guid, SessionCheckpoint> stored) =>
    [
        .. _kept.UnorderedItems.Where(entry => IsPending(entry.Element, stored)).OrderBy(entry => !entry.Priority.IsReadFirst)
            .ThenByDescending(entry => entry.Priority.Earliness).Select(entry => (entry.Element, stored.GetValueOrDefault(entry.Element.Id))),
    ];

    /// <summary>Determines whether a session may have changes.</summary>
    public static bool IsPending(JobSession session, Dictionary<Guid, SessionCheckpoint> stored) =>
        stored.GetValueOrDefault(session.Id) is not { IsComplete: true } known || known.Version != SessionListing.Checkpoint(session).Version;
}

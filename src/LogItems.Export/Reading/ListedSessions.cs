namespace LogItems.Export.Reading;

/// <summary>The sessions of a listing. Those that began first are kept, as many as are read before the next listing.</summary>
internal sealed class ListedSessions(DateTimeOffset? horizon, int capacity, IReadOnlySet<Guid> failed)
{
    /// <summary>What is kept, the one to drop next first: those that could not be read the last time, and of the others the latest.</summary>
    private readonly PriorityQueue<JobSession, (bool IsReadFirst, long Earliness)> _kept = new();

    /// <summary>The identifiers of all that was listed.</summary>
    public HashSet<Guid> Ids { get; } = [];

    /// <summary>The latest start or end of all sessions, by the server's clock.</summary>
    public DateTimeOffset? Horizon { get; private set; } = horizon;

    /// <summary>Gets whether sessions were dropped, so that the server has to be listed again after those that are kept were read.</summary>
    public bool HasMore { get; private set; }

    /// <summary>Adds a session once; without its identifier a session has no items that could be read.</summary>
    /// <param name="session">The session.</param>
    /// <param name="isKept">Whether it may have something new.</param>
    /// <param name="isListed">Whether it is one of the list; others are known, are few, and are never dropped.</param>
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

    /// <summary>What is kept and has something new, in the order in which it is read.</summary>
    /// <param name="stored">What is stored of the sessions.</param>
    public List<(JobSession Session, SessionCheckpoint? Stored)> Pending(Dictionary<Guid, SessionCheckpoint> stored) =>
    [
        .. _kept.UnorderedItems.Where(entry => IsPending(entry.Element, stored)).OrderBy(entry => !entry.Priority.IsReadFirst)
            .ThenByDescending(entry => entry.Priority.Earliness).Select(entry => (entry.Element, stored.GetValueOrDefault(entry.Element.Id))),
    ];

    /// <summary>Determines whether a session may have something new.</summary>
    public static bool IsPending(JobSession session, Dictionary<Guid, SessionCheckpoint> stored) =>
        stored.GetValueOrDefault(session.Id) is not { IsComplete: true } known || known.Version != SessionListing.Checkpoint(session).Version;
}

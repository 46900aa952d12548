namespace LogItems.Export.Reading;

/// <summary>The sessions of a server that may have something new.</summary>
/// <param name="Pending">The sessions to read, oldest first, with what is stored of them; null for those that are new.</param>
/// <param name="Change">What has to be stored before they are read.</param>
internal sealed record SessionListing(IReadOnlyList<(JobSession Session, SessionCheckpoint? Stored)> Pending, CheckpointChange Change)
{
    /// <summary>The version of a session that was listed and not exported yet.</summary>
    private const long NotExported = 0;

    /// <summary>Lists the sessions and compares them with the checkpoint.</summary>
    public static async Task<SessionListing> ReadAsync(
        ILogItemsClient client, CheckpointStore store, ServerLease lease, ExportOptions options, CancellationToken cancellationToken)
    {
        var server = await store.LoadServerAsync(lease, cancellationToken).ConfigureAwait(false);
        var now = options.TimeProvider.GetUtcNow();
        // A clock that was set back must not put the next listing of everything off.
        var listsAll = server.ListedAllAt is not { } at || (now - at).Duration() >= options.ListAllInterval;
        var from = listsAll || server.Horizon is not { } latest ? options.Since : latest - options.Overlap;
        // Of a listing of everything, only what has something new is kept in memory.
        var all = listsAll ? ById(await store.LoadSessionsAsync(lease, null, cancellationToken).ConfigureAwait(false)) : null;
        var list = new Listed(server.Horizon);
        await foreach (var session in client.GetJobSessionsAsync(endTimeLowerBound: from, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            list.Add(session, isKept: all is null || IsPending(session, all));
        }

        var stored = all ?? ById(await store.LoadSessionsAsync(lease, list.Ids, cancellationToken).ConfigureAwait(false));
        var gone = await AddOpenAsync(client, stored.Values, list, cancellationToken).ConfigureAwait(false);
        if (listsAll)
        {
            gone.AddRange(stored.Values.Where(known => known.IsComplete && !list.Ids.Contains(known.SessionId) && !(known.EndedAt < options.Since))
                .Select(known => known.SessionId));
        }

        List<(JobSession Session, SessionCheckpoint? Stored)> pending =
        [
            .. list.Sessions.Where(session => IsPending(session, stored)).Select(session => (session, stored.GetValueOrDefault(session.Id)))
                .OrderBy(entry => entry.session.StartedAt),
        ];
        return new(
            pending,
            new CheckpointChange
            {
                Server = list.Horizon != server.Horizon || listsAll ? new ServerCheckpoint(list.Horizon, listsAll ? now : server.ListedAllAt) : null,
                Sessions = [.. pending.Where(entry => entry.Stored is null).Select(entry => Checkpoint(entry.Session) with { Version = NotExported })],
                Gone = gone,
            });
    }

    /// <summary>What is stored of a session whose items have not been read.</summary>
    public static SessionCheckpoint Checkpoint(JobSession session) =>
        new(session.Id, session.EndedAt, unchecked((long)Records.RecordHash.VersionOf(session)), IsComplete: false);

    private static bool IsPending(JobSession session, Dictionary<Guid, SessionCheckpoint> stored) =>
        stored.GetValueOrDefault(session.Id) is not { IsComplete: true } known || known.Version != Checkpoint(session).Version;

    private static Dictionary<Guid, SessionCheckpoint> ById(IReadOnlyList<SessionCheckpoint> sessions) => sessions.ToDictionary(session => session.SessionId);

    /// <summary>
    /// Gets the sessions that are not complete and were not listed: they began before the sessions that were, and it is not documented whether the filter
    /// goes by their start or by their end. Returns those that the server no longer has.
    /// </summary>
    private static async Task<List<Guid>> AddOpenAsync(
        ILogItemsClient client, IEnumerable<SessionCheckpoint> stored, Listed list, CancellationToken cancellationToken)
    {
        List<Guid> gone = [];
        foreach (var id in stored.Where(session => !session.IsComplete).Select(session => session.SessionId).Where(id => !list.Ids.Contains(id)))
        {
            try
            {
                list.Add(await client.GetJobSessionAsync(id, cancellationToken).ConfigureAwait(false), isKept: true);
            }
            catch (LogItemsApiException exception) when (exception.Kind == LogItemsApiErrorKind.NotFound)
            {
                gone.Add(id);
            }
        }

        return gone;
    }

    /// <summary>What was listed.</summary>
    private sealed class Listed(DateTimeOffset? horizon)
    {
        public HashSet<Guid> Ids { get; } = [];

        public List<JobSession> Sessions { get; } = [];

        /// <summary>The latest start or end of all sessions, by the server's clock.</summary>
        public DateTimeOffset? Horizon { get; private set; } = horizon;

        /// <summary>Adds a session once; without its identifier a session has no items that could be read.</summary>
        public void Add(JobSession session, bool isKept)
        {
            if (session.Id == Guid.Empty || !Ids.Add(session.Id))
            {
                return;
            }

            Horizon = new[] { Horizon, session.StartedAt, session.EndedAt }.Max();
            if (isKept)
            {
                Sessions.Add(session);
            }
        }
    }
}

namespace LogItems.Export.Reading;

/// <summary>The sessions of a server that may have something new.</summary>
/// <param name="Pending">The sessions to read, oldest first, with what is stored of them; null for those that are new.</param>
/// <param name="Change">What has to be stored before they are read.</param>
/// <param name="Failures">Why sessions that are not complete could not be got.</param>
internal sealed record SessionListing(
    IReadOnlyList<(JobSession Session, SessionCheckpoint? Stored)> Pending, CheckpointChange Change, IReadOnlyList<LogItemsApiException> Failures)
{
    /// <summary>The version of a session that was listed and not exported yet.</summary>
    private const long NotExported = 0;

    /// <summary>Lists the sessions and compares them with the checkpoint.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="mayHaveMissed">Whether sessions may have been missed since the listing began: then it does not count as one of all.</param>
    /// <param name="store">The checkpoints.</param>
    /// <param name="lease">The lease of the server.</param>
    /// <param name="options">The settings.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<SessionListing> ReadAsync(
        ILogItemsClient client, Func<bool> mayHaveMissed, CheckpointStore store, ServerLease lease, ExportOptions options, CancellationToken cancellationToken)
    {
        var server = await store.LoadServerAsync(lease, cancellationToken).ConfigureAwait(false);
        var now = options.TimeProvider.GetUtcNow();
        // A clock that was set back must not put the next listing of everything off.
        var listsAll = server.ListedAllAt is not { } at || (now - at).Duration() >= options.ListAllInterval;
        var from = listsAll || server.Horizon is not { } latest ? options.Since : From(latest, now, options);
        // Of a listing of everything, only what has something new is kept in memory.
        var all = listsAll ? ById(await store.LoadSessionsAsync(lease, null, cancellationToken).ConfigureAwait(false)) : null;
        var list = new Listed(listsAll ? null : server.Horizon);
        await foreach (var session in client.GetJobSessionsAsync(endTimeLowerBound: from, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            list.Add(session, isKept: all is null || IsPending(session, all));
        }

        var stored = all ?? ById(await store.LoadSessionsAsync(lease, list.Ids, cancellationToken).ConfigureAwait(false));
        var isAll = listsAll && !mayHaveMissed();
        List<LogItemsApiException> failures = [];
        var gone = await AddOpenAsync(client, stored.Values, list, failures, cancellationToken).ConfigureAwait(false);
        if (gone.Count > 0)
        {
            // A server that was upgraded in between answers 404, too, and then here as well.
            await client.GetJobSessionsPageAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        }

        if (isAll)
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
                Server = list.Horizon != server.Horizon || isAll ? new ServerCheckpoint(list.Horizon, isAll ? now : server.ListedAllAt) : null,
                Sessions = [.. pending.Where(entry => entry.Stored is null).Select(entry => Checkpoint(entry.Session) with { Version = NotExported })],
                Gone = gone,
            },
            failures);
    }

    /// <summary>From when on sessions are listed: a server whose clock was once ahead has dated sessions in the future.</summary>
    private static DateTimeOffset From(DateTimeOffset horizon, DateTimeOffset now, ExportOptions options)
    {
        var from = (horizon < now ? horizon : now) - options.Overlap;
        return from < options.Since ? options.Since.Value : from;
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
        ILogItemsClient client, IEnumerable<SessionCheckpoint> stored, Listed list, List<LogItemsApiException> failures, CancellationToken cancellationToken)
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
            catch (LogItemsApiException exception)
            {
                failures.Add(exception);
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

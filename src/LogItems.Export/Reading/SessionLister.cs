using LogItems.Export.Scheduling;

namespace LogItems.Export.Reading;

/// <summary>Lists the sessions of a server and compares them with the checkpoint.</summary>
/// <param name="client">The client of the server.</param>
/// <param name="mayHaveMissed">Determines whether sessions may have been missed since the listing began: then it does not count as a complete listing.</param>
/// <param name="store">The checkpoints.</param>
/// <param name="options">The settings.</param>
/// <param name="failed">The sessions that could not be read the last time: they are read after the others.</param>
internal sealed class SessionLister(
    ILogItemsClient client, Func<bool> mayHaveMissed, CheckpointStore store, ExportOptions options, IReadOnlySet<Guid> failed)
{
    /// <summary>The number of batches of sessions that a listing keeps in memory.</summary>
    private const int MaxBatchesInMemory = 10;

    /// <summary>Lists the sessions.</summary>
    /// <param name="lease">The lease of the server.</param>
    /// <param name="slot">The slot of the poll.</param>
    /// <param name="unfinished">The incomplete sessions that the poll has already read: they are left to the next poll.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async Task<SessionListing> ReadAsync(ServerLease lease, PollSlot slot, IReadOnlySet<Guid> unfinished, CancellationToken cancellationToken)
    {
        var server = lease.Checkpoint;
        var now = options.TimeProvider.GetUtcNow();
        // A clock that was set back must not delay the next complete listing.
        var listsAll = server.ListedAllAt is not { } at || (now - at).Duration() >= options.ListAllInterval;
        var from = listsAll || server.Horizon is not { } latest ? options.Since : From(latest, now, options);
        var horizon = listsAll ? null : server.Horizon;
        var stored = listsAll ? await LoadAsync(lease, null, cancellationToken).ConfigureAwait(false) : null;
        var list = await ListAsync(stored).ConfigureAwait(false);
        if (stored is null && list.HasMore)
        {
            // So many are rarely new: of known sessions, only those with changes are kept.
            stored = await LoadAsync(lease, null, cancellationToken).ConfigureAwait(false);
            list = await ListAsync(stored).ConfigureAwait(false);
        }

        stored ??= await LoadAsync(lease, list.Ids, cancellationToken).ConfigureAwait(false);
        var isAll = listsAll && !mayHaveMissed();
        List<LogItemsApiException> failures = [];
        var open = stored.Values.Where(known => !known.IsComplete && !list.Ids.Contains(known.SessionId) && !unfinished.Contains(known.SessionId));
        var gone = await AddOpenAsync(open.Select(known => known.SessionId), list, failures, slot, cancellationToken).ConfigureAwait(false);
        if (isAll)
        {
            gone.AddRange(stored.Values.Where(known => known.IsComplete && !list.Ids.Contains(known.SessionId) && !(known.EndedAt < options.Since))
                .Select(known => known.SessionId));
        }

        var isChanged = !list.HasMore && (list.Horizon != server.Horizon || isAll);
        return new(
            list.Pending(stored),
            list.HasMore,
            isChanged ? new ServerCheckpoint(list.Horizon, isAll ? now : server.ListedAllAt) : null,
            gone,
            failures);

        // Of known sessions, only those with changes are kept.
        async Task<ListedSessions> ListAsync(Dictionary<Guid, SessionCheckpoint>? known)
        {
            var listed = new ListedSessions(horizon, MaxBatchesInMemory * options.SessionBatchSize, failed);
            // Between two complete listings, sessions that began long ago are among the incomplete ones.
            var filter = new JobSessionFilter { Since = from };
            var sessions = client.GetJobSessionsAsync(listsAll ? filter : filter with { SinceMargin = TimeSpan.Zero }, cancellationToken);
            await foreach (var session in slot.ReadAsync(sessions, cancellationToken).ConfigureAwait(false))
            {
                listed.Add(session, isKept: !unfinished.Contains(session.Id) && (known is null || ListedSessions.IsPending(session, known)));
            }

            return listed;
        }
    }

    /// <summary>The time from which sessions are listed: a server whose clock was once ahead has sessions dated in the future.</summary>
    private static DateTimeOffset From(DateTimeOffset horizon, DateTimeOffset now, ExportOptions options)
    {
        var from = (horizon < now ? horizon : now) - options.Overlap;
        return from < options.Since ? options.Since.Value : from;
    }

    private async Task<Dictionary<Guid, SessionCheckpoint>> LoadAsync(ServerLease lease, IReadOnlyCollection<Guid>? asked, CancellationToken cancellationToken)
    {
        var sessions = await store.LoadSessionsAsync(lease, asked, cancellationToken).ConfigureAwait(false);
        return sessions.ToDictionary(session => session.SessionId);
    }

    /// <summary>
    /// Gets the incomplete sessions that were not listed: they began before the listed ones, and it is not documented whether the filter
    /// uses their start or their end. Returns those that no longer exist on the server.
    /// </summary>
    private async Task<List<Guid>> AddOpenAsync(
        IEnumerable<Guid> open, ListedSessions list, List<LogItemsApiException> failures, PollSlot slot, CancellationToken cancellationToken)
    {
        List<Guid> gone = [];
        foreach (var id in open)
        {
            try
            {
                var session = await slot.AwaitAsync(() => client.GetJobSessionAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);
                list.Add(session, isKept: true, isListed: false);
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

        if (gone.Count > 0)
        {
            // A server that was upgraded in the meantime also returns 404, but then for this request as well.
            await slot.AwaitAsync(() => client.GetJobSessionsPageAsync(cancellationToken: cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        return gone;
    }
}

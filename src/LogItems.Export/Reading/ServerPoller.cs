using LogItems.Export.Checkpoints;
using LogItems.Export.Records;
using LogItems.Export.Scheduling;
using LogItems.Monitoring;

namespace LogItems.Export.Reading;

/// <summary>Exports the changes of a server since the last poll.</summary>
internal sealed class ServerPoller : IDisposable
{
    /// <summary>The maximum number of reads of an ended session, repeated because items may have been missed.</summary>
    private const int MaxAttempts = 5;

    /// <summary>The maximum number of reads of a session that ended with running items: the server may end them a moment later, or never.</summary>
    private const int MaxAttemptsWithRunningItems = 2;

    /// <summary>The time after the end of a session after which its running items are not waited for; clocks may differ by hours.</summary>
    private static readonly TimeSpan MaxDelayOfItems = TimeSpan.FromDays(1);

    /// <summary>The number of consecutive unreadable sessions that counts as a failure of the server.</summary>
    private const int MaxFailedSessions = 5;

    /// <summary>The number of consecutive sessions cut off or timed out that counts as a failure of the server.</summary>
    private const int MaxBrokenSessions = 2;

    private readonly ExportServer _server;
    private readonly CheckpointStore _store;
    private readonly IExportSink _sink;
    private readonly ExportOptions _options;
    private readonly ILogItemsClient _client;
    private readonly SessionLister _lister;
    private readonly HashSet<Guid> _failed;
    private bool _mayHaveMissedItems;

    /// <param name="server">The server.</param>
    /// <param name="store">The checkpoints.</param>
    /// <param name="sink">The sink to export to.</param>
    /// <param name="options">The settings.</param>
    /// <param name="failed">The sessions that could not be read the last time, kept by the caller; they are read after the others.</param>
    public ServerPoller(ExportServer server, CheckpointStore store, IExportSink sink, ExportOptions options, HashSet<Guid> failed)
    {
        (_server, _store, _sink, _options, _failed) = (server, store, sink, options, failed);
        _client = server.CreateClient(change => _mayHaveMissedItems |= change.MayHaveMissedItems);
        _lister = new SessionLister(_client, () => _mayHaveMissedItems, store, options, failed);
    }

    /// <summary>Reads the server once.</summary>
    /// <exception cref="LogItemsApiException">The server returned an error.</exception>
    /// <exception cref="LeaseLostException">Another worker has leased the server.</exception>
    public async Task<PollResult> PollAsync(ServerLease lease, PollSlot slot, CancellationToken cancellationToken)
    {
        var batch = new BatchBuilder(_server, _store, lease, _sink, _options);
        List<Exception> failures = [];
        HashSet<Guid> unfinished = [];
        JobNames? jobs = null;
        bool hasMore;
        do
        {
            _mayHaveMissedItems = false;
            var listing = await _lister.ReadAsync(lease, slot, unfinished, cancellationToken).ConfigureAwait(false);
            hasMore = listing.HasMore;
            foreach (var change in listing.Changes(_options.SessionBatchSize))
            {
                await _store.SaveAsync(lease, change, cancellationToken).ConfigureAwait(false);
            }

            failures.AddRange(listing.Failures);
            if (listing.Pending.Count > 0)
            {
                jobs ??= await slot.AwaitAsync(() => JobNames.ReadAsync(_client, cancellationToken), cancellationToken).ConfigureAwait(false);
                await ReadAsync(listing, new Poll(lease, slot, batch, jobs, unfinished), failures, cancellationToken).ConfigureAwait(false);
            }
        }
        while (hasMore && failures.Count == 0);
        return new PollResult(batch.Sessions, batch.Items, failures.Count, failures.FirstOrDefault());
    }

    public void Dispose() => (_client as IDisposable)?.Dispose();

    /// <summary>Reads the sessions of a listing and delivers the changes.</summary>
    private async Task ReadAsync(SessionListing listing, Poll poll, List<Exception> failures, CancellationToken cancellationToken)
    {
        var (refused, broken) = (0, 0);
        if (!listing.HasMore)
        {
            _failed.IntersectWith(listing.Pending.Select(entry => entry.Session.Id));
        }

        foreach (var (session, stored) in listing.Pending)
        {
            try
            {
                await ReadAsync(session, stored, poll, cancellationToken).ConfigureAwait(false);
                _failed.Remove(session.Id);
                (refused, broken) = (0, 0);
            }
            catch (Exception exception) when (exception is LogItemsApiException or HttpRequestException or TimeoutException)
            {
                // It stays in the checkpoint and is read at the next poll, after the others.
                poll.Batch.Abandon();
                _failed.Add(session.Id);
                failures.Add(exception);
                (refused, broken) = exception is LogItemsApiException ? (refused + 1, broken) : (refused, broken + 1);
                if (refused == MaxFailedSessions || broken == MaxBrokenSessions)
                {
                    break;
                }
            }
        }

        await poll.Batch.DeliverAsync(cancellationToken).ConfigureAwait(false);
        if (broken == MaxBrokenSessions)
        {
            throw failures[^1];
        }
    }

    private async Task ReadAsync(JobSession session, SessionCheckpoint? stored, Poll poll, CancellationToken cancellationToken)
    {
        var checkpoint = SessionListing.Checkpoint(session);
        var hasChanged = stored?.Version != checkpoint.Version;
        var keys = new ItemKeys();
        if (stored is { IsComplete: false })
        {
            ExportedItems.Read(await _store.LoadItemsAsync(poll.Lease, session.Id, cancellationToken).ConfigureAwait(false), keys);
        }

        poll.Batch.Begin(session, poll.Jobs.Of(session), isNew: stored is not { IsComplete: true } && !keys.HasExported);
        _mayHaveMissedItems = false;
        var hasRunningItems = false;
        if (stored is not { IsComplete: true } known || known.EndedAt != session.EndedAt)
        {
            var items = _client.GetLogItemsAsync(session.Id, new LogItemFilter(), cancellationToken);
            await foreach (var item in poll.Slot.ReadAsync(items, cancellationToken).ConfigureAwait(false))
            {
                hasRunningItems |= item.IsRunning;
                var (key, version, isChanged) = keys.Next(item);
                if (isChanged)
                {
                    await poll.Batch.AddAsync(key, version, item, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        var mayChange = hasRunningItems && _options.TimeProvider.GetUtcNow() - session.EndedAt < MaxDelayOfItems;
        var maxAttempts = _mayHaveMissedItems ? MaxAttempts : mayChange ? MaxAttemptsWithRunningItems : 1;
        var attempts = (stored is { IsComplete: false } ? stored.Attempts : 0) + 1;
        var isComplete = !session.IsRunning && attempts >= maxAttempts;
        if (!isComplete)
        {
            poll.Unfinished.Add(session.Id);
        }

        checkpoint = checkpoint with { IsComplete = isComplete, Attempts = isComplete || session.IsRunning ? 0 : attempts };
        await poll.Batch.EndAsync(checkpoint, hasChanged, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The state of a poll.</summary>
    private sealed record Poll(ServerLease Lease, PollSlot Slot, BatchBuilder Batch, JobNames Jobs, HashSet<Guid> Unfinished);
}

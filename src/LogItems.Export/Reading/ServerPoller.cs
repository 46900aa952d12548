using LogItems.Export.Checkpoints;
using LogItems.Export.Records;
using LogItems.Monitoring;

namespace LogItems.Export.Reading;

/// <summary>Exports what is new on a server since the last time.</summary>
internal sealed class ServerPoller : IDisposable
{
    /// <summary>How often a session that has ended is read again because items may have been missed.</summary>
    private const int MaxAttempts = 5;

    /// <summary>With this number of sessions that cannot be read, the server is what fails.</summary>
    private const int MaxFailedSessions = 5;

    private readonly ExportServer _server;
    private readonly CheckpointStore _store;
    private readonly IExportSink _sink;
    private readonly ExportOptions _options;
    private readonly ILogItemsClient _client;
    private bool _mayHaveMissedItems;

    public ServerPoller(ExportServer server, CheckpointStore store, IExportSink sink, ExportOptions options)
    {
        (_server, _store, _sink, _options) = (server, store, sink, options);
        _client = server.CreateClient(change => _mayHaveMissedItems |= change.MayHaveMissedItems);
    }

    /// <summary>Reads the server once.</summary>
    /// <exception cref="LogItemsApiException">The server answers with an error.</exception>
    /// <exception cref="LeaseLostException">Another worker has the server.</exception>
    public async Task<PollResult> PollAsync(ServerLease lease, CancellationToken cancellationToken)
    {
        var listing = await SessionListing.ReadAsync(_client, _store, lease, _options, cancellationToken).ConfigureAwait(false);
        if (listing.Change is not { Server: null, Sessions.Count: 0, Gone.Count: 0 })
        {
            await _store.SaveAsync(lease, listing.Change, cancellationToken).ConfigureAwait(false);
        }

        if (listing.Pending.Count == 0)
        {
            return new PollResult(0, 0, 0, null);
        }

        var batch = new BatchBuilder(_server, _store, lease, _sink, _options);
        var jobs = await JobNames.ReadAsync(_client, cancellationToken).ConfigureAwait(false);
        List<Exception> failures = [];
        foreach (var (session, stored) in listing.Pending)
        {
            try
            {
                await ReadAsync(session, stored, jobs, batch, lease, cancellationToken).ConfigureAwait(false);
            }
            catch (LogItemsApiException exception)
            {
                batch.Abandon();
                await HandleAsync(exception, session, failures, lease, cancellationToken).ConfigureAwait(false);
                if (failures.Count == MaxFailedSessions)
                {
                    break;
                }
            }
            catch (Exception exception) when (exception is HttpRequestException or TimeoutException or LogItemsAuthenticationException)
            {
                // The server cannot be reached; what was read of it before is good.
                batch.Abandon();
                await batch.DeliverAsync(cancellationToken).ConfigureAwait(false);
                throw;
            }
        }

        await batch.DeliverAsync(cancellationToken).ConfigureAwait(false);
        return new PollResult(batch.Sessions, batch.Items, failures.Count, failures.FirstOrDefault());
    }

    public void Dispose() => (_client as IDisposable)?.Dispose();

    private async Task ReadAsync(
        JobSession session, SessionCheckpoint? stored, JobNames jobs, BatchBuilder batch, ServerLease lease, CancellationToken cancellationToken)
    {
        var checkpoint = SessionListing.Checkpoint(session);
        var hasChanged = stored?.Version != checkpoint.Version;
        var keys = new ItemKeys();
        if (stored is { IsComplete: false })
        {
            ExportedItems.Read(await _store.LoadItemsAsync(lease, session.Id, cancellationToken).ConfigureAwait(false), keys);
        }

        batch.Begin(session, jobs.Of(session), isNew: stored is not { IsComplete: true } && !keys.HasExported);
        _mayHaveMissedItems = false;
        if (stored is not { IsComplete: true } known || known.EndedAt != session.EndedAt)
        {
            await foreach (var item in _client.GetLogItemsAsync(session.Id, new LogItemFilter(), cancellationToken).ConfigureAwait(false))
            {
                var (key, version, isChanged) = keys.Next(item);
                if (isChanged)
                {
                    await batch.AddAsync(key, version, item, cancellationToken).ConfigureAwait(false);
                }
            }
        }

        var attempts = (stored is { IsComplete: false } ? stored.Attempts : 0) + (_mayHaveMissedItems ? 1 : 0);
        var isComplete = !session.IsRunning && (!_mayHaveMissedItems || attempts >= MaxAttempts);
        batch.End(checkpoint with { IsComplete = isComplete, Attempts = isComplete || session.IsRunning ? 0 : attempts }, hasChanged);
    }

    /// <summary>A session that is gone is forgotten; one that cannot be read stays in the checkpoint and is read at the next poll.</summary>
    private async Task HandleAsync(
        LogItemsApiException exception, JobSession session, List<Exception> failures, ServerLease lease, CancellationToken cancellationToken)
    {
        if (exception.Kind == LogItemsApiErrorKind.NotFound)
        {
            await _store.SaveAsync(lease, new CheckpointChange { Gone = [session.Id] }, cancellationToken).ConfigureAwait(false);
            return;
        }

        failures.Add(exception);
    }
}

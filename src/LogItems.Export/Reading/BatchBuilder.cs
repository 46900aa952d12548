using LogItems.Export.Checkpoints;

namespace LogItems.Export.Reading;

/// <summary>Collects a batch together with its checkpoint change, and delivers both.</summary>
internal sealed class BatchBuilder(ExportServer server, CheckpointStore store, ServerLease lease, IExportSink sink, ExportOptions options)
{
    /// <summary>The number of characters of all texts at which a batch is delivered early.</summary>
    private const long MaxCharacters = 8 * 1024 * 1024;

    private readonly List<ExportSession> _sessions = [];
    private readonly List<SessionCheckpoint> _checkpoints = [];
    private readonly List<(Guid SessionId, byte[] Items)> _parts = [];
    private DateTimeOffset _observedAt;
    private JobSession? _session;
    private string? _jobName;
    private bool _isNew;
    private bool _isPartlyDelivered;
    private List<ExportItem> _items = [];
    private List<byte> _exported = [];
    private int _count;
    private long _characters;

    public int Sessions { get; private set; }

    public long Items { get; private set; }

    /// <summary>Begins a session.</summary>
    /// <param name="session">The session.</param>
    /// <param name="jobName">The name of its job.</param>
    /// <param name="isNew">Whether no part of it has been exported before.</param>
    public void Begin(JobSession session, string? jobName, bool isNew) => 
        (_session, _jobName, _isNew, _isPartlyDelivered) = (session, jobName, isNew, false);

    /// <summary>Adds an item of the session, and delivers the batch if it is full.</summary>
    public async ValueTask AddAsync(Guid key, ulong version, LogItem item, CancellationToken cancellationToken)
    {
        _items.Add(new ExportItem(key, item));
        ExportedItems.Write(_exported, key, version);
        _characters += item.Text.Length;
        if (++_count >= options.BatchSize || _characters >= MaxCharacters)
        {
            CloseSession(SessionListing.Checkpoint(_session!));
            await DeliverAsync(cancellationToken).ConfigureAwait(false);
            (_isNew, _isPartlyDelivered) = (false, true);
        }
    }

    /// <summary>Ends the session, and delivers the batch if it has enough sessions.</summary>
    /// <param name="checkpoint">The checkpoint to store.</param>
    /// <param name="hasChanged">Whether the session is exported even without items.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public async ValueTask EndAsync(SessionCheckpoint checkpoint, bool hasChanged, CancellationToken cancellationToken)
    {
        Sessions += hasChanged || _isPartlyDelivered || _items.Count > 0 ? 1 : 0;
        if ((hasChanged && !_isPartlyDelivered) || _items.Count > 0)
        {
            CloseSession(checkpoint);
        }
        else
        {
            _checkpoints.Add(checkpoint);
        }

        _session = null;
        if (_checkpoints.Count >= options.SessionBatchSize)
        {
            await DeliverAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Discards the parts of the session added since the last delivery; they will be read again.</summary>
    public void Abandon()
    {
        _count -= _items.Count;
        (_items, _exported, _session) = ([], [], null);
    }

    /// <summary>Delivers the batch.</summary>
    public async Task DeliverAsync(CancellationToken cancellationToken)
    {
        var change = new CheckpointChange { Sessions = [.. _checkpoints], Items = [.. _parts] };
        if (_sessions.Count > 0)
        {
            var batch = new ExportBatch(server.Name, server.Labels, [.. _sessions], _observedAt);
            await DeliverAsync(batch, change, cancellationToken).ConfigureAwait(false);
            Items += batch.ItemCount;
        }
        else if (change.Sessions.Count > 0)
        {
            await store.SaveAsync(lease, change, cancellationToken).ConfigureAwait(false);
        }

        _sessions.Clear();
        _checkpoints.Clear();
        _parts.Clear();
        (_count, _characters) = (0, 0);
    }

    private async Task DeliverAsync(ExportBatch batch, CheckpointChange change, CancellationToken cancellationToken)
    {
        try
        {
            await store.DeliverAsync(lease, batch, change, sink, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            throw new ExportSinkException(
                $"Writing {batch.ItemCount} items of {batch.Sessions.Count} sessions of the server '{batch.Server}' failed: {exception.Message} "
                + "They will be read and written again.",
                exception);
        }
    }

    private void CloseSession(SessionCheckpoint checkpoint)
    {
        _observedAt = _sessions.Count == 0 ? options.TimeProvider.GetUtcNow() : _observedAt;
        _sessions.Add(new ExportSession(_session!, _jobName, _items, _isNew));
        _checkpoints.Add(checkpoint);
        if (!checkpoint.IsComplete)
        {
            _parts.Add((checkpoint.SessionId, [.. _exported]));
        }

        (_items, _exported) = ([], []);
    }
}

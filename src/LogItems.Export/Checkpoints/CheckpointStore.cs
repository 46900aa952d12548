namespace LogItems.Export;

/// <summary>Stores the export progress of each server durably, and leases each server to one worker at a time.</summary>
public abstract class CheckpointStore : IAsyncDisposable
{
    /// <summary>The interval at which a lease must be renewed.</summary>
    /// <value>Default 10 seconds.</value>
    public virtual TimeSpan RenewalInterval => TimeSpan.FromSeconds(10);

    /// <summary>Prepares the store: creates or upgrades its tables, and adds new servers.</summary>
    /// <param name="servers">The servers that can be leased to this worker.</param>
    /// <param name="areDue">Whether all of them are due now; otherwise, the due times set on their release apply.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public abstract Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default);

    /// <summary>Leases the server that has been due for the longest time and is not leased by another worker.</summary>
    /// <returns>The lease, or null if no server is due.</returns>
    public abstract Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default);

    /// <summary>Extends a lease by its full duration.</summary>
    /// <exception cref="LeaseLostException">Another worker has leased the server.</exception>
    public abstract Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default);

    /// <summary>Releases a server.</summary>
    /// <param name="lease">The lease; a lost one is ignored.</param>
    /// <param name="delay">The time from now until the server is due again.</param>
    /// <param name="wasRead">Whether the server was read to the end; a store shared by several workers records the time.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public abstract Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default);

    /// <summary>Loads the time since the servers of this worker were last read by any worker that shares the store.</summary>
    /// <returns>Null (the default) if no other worker can share the store.</returns>
    public virtual Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ServerProgress>?>(null);

    /// <summary>Loads the incomplete sessions, or the requested ones.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="sessions">The requested sessions, complete or not; null for all.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public abstract Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default);

    /// <summary>Loads the stored items of a session, in the order in which they were stored.</summary>
    public abstract Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default);

    /// <summary>Stores a change atomically.</summary>
    /// <exception cref="LeaseLostException">Another worker has leased the server.</exception>
    public abstract Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a batch and stores its change: the batch first, so that after a crash between the two it is written again. A
    /// store that shares a database with the sink does both in one transaction.
    /// </summary>
    /// <exception cref="LeaseLostException">Another worker has leased the server.</exception>
    public virtual async Task DeliverAsync(
        ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(sink);
        await sink.WriteAsync(batch, cancellationToken).ConfigureAwait(false);
        await SaveAsync(lease, change, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await DisposeAsyncCore().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases the resources of the store.</summary>
    protected virtual ValueTask DisposeAsyncCore() => ValueTask.CompletedTask;
}

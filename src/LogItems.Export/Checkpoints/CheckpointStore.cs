namespace LogItems.Export;

/// <summary>Stores the progress of the export of each server durably, and leases servers to workers, each to one at a time.</summary>
public abstract class CheckpointStore : IAsyncDisposable
{
    /// <summary>The interval at which a lease has to be renewed.</summary>
    /// <value>Default 10 seconds.</value>
    public virtual TimeSpan RenewalInterval => TimeSpan.FromSeconds(10);

    /// <summary>Prepares the store: creates or upgrades its tables, and adds new servers.</summary>
    /// <param name="servers">The servers that can be leased to this worker.</param>
    /// <param name="areDue">Whether all of them are due now; otherwise when they were due as they were released.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default);

    /// <summary>Leases the server that has been due for the longest time and that no other worker has.</summary>
    /// <returns>The lease, or null if no server is due.</returns>
    public abstract Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default);

    /// <summary>Extends a lease by the whole of its duration.</summary>
    /// <exception cref="LeaseLostException">Another worker has the server.</exception>
    public abstract Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default);

    /// <summary>Releases a server.</summary>
    /// <param name="lease">The lease; one that was lost is ignored.</param>
    /// <param name="delay">The time from now until the server is due again.</param>
    /// <param name="wasRead">Whether the server was read to the end; a store that several workers share remembers when.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default);

    /// <summary>Loads how recently the servers of this worker were read, by any of the workers that share the store.</summary>
    /// <returns>Null (the default) where no other worker can share the store.</returns>
    public virtual Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) =>
        Task.FromResult<IReadOnlyList<ServerProgress>?>(null);

    /// <summary>Loads the sessions that are not complete, and requested ones.</summary>
    /// <param name="lease">The lease.</param>
    /// <param name="sessions">The requested sessions, complete or not; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public abstract Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default);

    /// <summary>Loads the stored items of a session, in the order in which they were stored.</summary>
    public abstract Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default);

    /// <summary>Stores a change atomically.</summary>
    /// <exception cref="LeaseLostException">Another worker has the server.</exception>
    public abstract Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default);

    /// <summary>
    /// Writes a batch and stores the change that belongs to it: first the batch, so that after a crash between the two it is written a second time. A
    /// store that shares a database with the sink does both in one transaction.
    /// </summary>
    /// <exception cref="LeaseLostException">Another worker has the server.</exception>
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

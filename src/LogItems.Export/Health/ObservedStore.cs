namespace LogItems.Export.Health;

/// <summary>A store that reports its outages and deliveries to the status of the export.</summary>
/// <remarks>
/// While a server is polled, every failure of the store is an <see cref="ExportSinkException"/>, because the server works. The store has an outage while
/// servers cannot be leased, or checkpoints not be used: a store can be readable but full. A poll in which they could be used ends the outage.
/// </remarks>
internal sealed class ObservedStore(CheckpointStore store, ExportStatus status, TimeProvider time) : CheckpointStore
{
    public override TimeSpan RenewalInterval => store.RenewalInterval;

    /// <summary>Observes a store, which its owner disposes of; the result needs no disposal.</summary>
    public static CheckpointStore Of(CheckpointStore store, ExportStatus status, TimeProvider time) => new ObservedStore(store, status, time);

    public override Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default) =>
        store.InitializeAsync(servers, areDue, cancellationToken);

    public override async Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            var lease = await store.TryAcquireAsync(cancellationToken).ConfigureAwait(false);
            status.StoreOutage.Succeed(nameof(TryAcquireAsync));
            return lease;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            status.StoreOutage.Fail(nameof(TryAcquireAsync));
            throw;
        }
    }

    public override Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default) => store.RenewAsync(lease, cancellationToken);

    public override Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default) =>
        store.ReleaseAsync(lease, delay, wasRead, cancellationToken);

    public override Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) =>
        store.LoadProgressAsync(cancellationToken);

    public override Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default) =>
        UseAsync(lease, () => store.LoadSessionsAsync(lease, sessions, cancellationToken));

    public override Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default) =>
        UseAsync(lease, () => store.LoadItemsAsync(lease, sessionId, cancellationToken));

    public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default) => UseAsync(lease, async () =>
    {
        await store.SaveAsync(lease, change, cancellationToken).ConfigureAwait(false);
        return true;
    });

    public override async Task DeliverAsync(
        ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default)
    {
        var started = time.GetTimestamp();
        try
        {
            await store.DeliverAsync(lease, batch, change, sink, cancellationToken).ConfigureAwait(false);
            status.SinkOutage.Succeed();
            ExportMetrics.ReportBatch(status, batch, time.GetElapsedTime(started));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            status.SinkOutage.Fail(lease.Server);
            ExportMetrics.ReportFailedBatch(status);
            throw;
        }
    }

    private async Task<T> UseAsync<T>(ServerLease lease, Func<Task<T>> useAsync)
    {
        try
        {
            return await useAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or LeaseLostException))
        {
            status.StoreOutage.Fail(lease.Server);
            throw new ExportSinkException($"Using the checkpoints of the server '{lease.Server}' failed: {exception.Message}", exception);
        }
    }
}

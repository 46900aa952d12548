namespace LogItems.Export.Tests.Support;

/// <summary>A store that does what another does.</summary>
internal abstract class DelegatingStore(CheckpointStore store) : CheckpointStore
{
    public override TimeSpan RenewalInterval => store.RenewalInterval;

    public override Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default) =>
        store.InitializeAsync(servers, areDue, cancellationToken);

    public override Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default) => store.TryAcquireAsync(cancellationToken);

    public override Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default) => store.RenewAsync(lease, cancellationToken);

    public override Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default) =>
        store.ReleaseAsync(lease, delay, wasRead, cancellationToken);

    public override Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) =>
        store.LoadProgressAsync(cancellationToken);

    public override Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default) =>
        store.LoadSessionsAsync(lease, sessions, cancellationToken);

    public override Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default) =>
        store.LoadItemsAsync(lease, sessionId, cancellationToken);

    public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default) =>
        store.SaveAsync(lease, change, cancellationToken);

    public override Task DeliverAsync(
        ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default) =>
        store.DeliverAsync(lease, batch, change, sink, cancellationToken);

    protected override async ValueTask DisposeAsyncCore()
    {
        await store.DisposeAsync();
        await base.DisposeAsyncCore();
    }
}

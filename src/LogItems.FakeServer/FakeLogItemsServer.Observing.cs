namespace LogItems.FakeServer;

public sealed partial class FakeLogItemsServer
{
    /// <summary>A snapshot of the latest 10,000 requests, oldest first.</summary>
    /// <remarks>A request is recorded before its caller receives the response.</remarks>
    public IReadOnlyList<FakeRequest> Requests => _state.Requests.Snapshot();

    /// <summary>
    /// A snapshot of the latest 10,000 requests that no version of the API supports, with a misspelled path for example, oldest
    /// first. <see cref="DisposeAsync"/> throws if there are any, unless <see cref="FakeServerOptions.AllowUnmatchedRequests"/> is set.
    /// </summary>
    public IReadOnlyList<FakeRequest> UnmatchedRequests => _state.Requests.SnapshotOfUnmatched();

    /// <summary>A snapshot of the number of injected faults of each kind.</summary>
    /// <remarks>
    /// Only faults that changed a response count: nulls in an empty list, for example, do not.
    /// </remarks>
    public IReadOnlyDictionary<FakeFaultKind, long> FaultsInjected => _state.Faults.Snapshot();

    /// <summary>The number of connections opened so far.</summary>
    public long ConnectionsOpened => _state.Connections.Opened;

    /// <summary>The number of open connections.</summary>
    /// <remarks>A connection that its client closed is counted until the server notices.</remarks>
    public int ConnectionsOpen => _state.Connections.Open;

    /// <summary>The maximum number of connections that were open at the same time.</summary>
    public int ConnectionsPeak => _state.Connections.Peak;
}

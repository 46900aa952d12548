namespace LogItems.FakeServer;

public sealed partial class FakeLogItemsServer
{
    /// <summary>The newest 10,000 requests that were answered, oldest first: a snapshot.</summary>
    /// <remarks>A request is there before its caller sees the answer.</remarks>
    public IReadOnlyList<FakeRequest> Requests => _state.Requests.Snapshot();

    /// <summary>
    /// The newest 10,000 requests for something that no version of the API has, a misspelt path for example, oldest first: a
    /// snapshot. <see cref="DisposeAsync"/> throws if there are any, unless <see cref="FakeServerOptions.AllowUnmatchedRequests"/> is set.
    /// </summary>
    public IReadOnlyList<FakeRequest> UnmatchedRequests => _state.Requests.SnapshotOfUnmatched();

    /// <summary>A snapshot of the number of injected faults of each kind.</summary>
    /// <remarks>
    /// Only faults that changed an answer count: a body that works on nothing, such as nulls in an empty list, does not.
    /// </remarks>
    public IReadOnlyDictionary<FakeFaultKind, long> FaultsInjected => _state.Faults.Snapshot();

    /// <summary>The number of connections opened so far.</summary>
    public long ConnectionsOpened => _state.Connections.Opened;

    /// <summary>The number of open connections.</summary>
    /// <remarks>A connection that its client closed is counted until the server notices.</remarks>
    public int ConnectionsOpen => _state.Connections.Open;

    /// <summary>The most connections that were open at the same time.</summary>
    public int ConnectionsPeak => _state.Connections.Peak;
}

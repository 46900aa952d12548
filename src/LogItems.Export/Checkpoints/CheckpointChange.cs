namespace LogItems.Export;

/// <summary>A change of the checkpoint of a server.</summary>
public sealed record CheckpointChange
{
    /// <summary>The state of the server to store.</summary>
    /// <value>Null (the default) to leave it unchanged.</value>
    public ServerCheckpoint? Server { get; init; }

    /// <summary>The sessions to store. The stored items of complete ones are removed.</summary>
    public IReadOnlyList<SessionCheckpoint> Sessions { get; init; } = [];

    /// <summary>The items to add for incomplete sessions, as bytes that are opaque to the store.</summary>
    public IReadOnlyList<(Guid SessionId, byte[] Items)> Items { get; init; } = [];

    /// <summary>The sessions to remove because they no longer exist on the server.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];
}

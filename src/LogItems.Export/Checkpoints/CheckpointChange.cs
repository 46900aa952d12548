namespace LogItems.Export;

/// <summary>A change of the checkpoint of a server.</summary>
public sealed record CheckpointChange
{
    /// <summary>The state of the server to store.</summary>
    /// <value>Null (the default) to leave it as it is.</value>
    public ServerCheckpoint? Server { get; init; }

    /// <summary>The sessions to store. The stored items of those that are complete are removed.</summary>
    public IReadOnlyList<SessionCheckpoint> Sessions { get; init; } = [];

    /// <summary>Items to add to those of sessions that are not complete, as bytes that are opaque to the store.</summary>
    public IReadOnlyList<(Guid SessionId, byte[] Items)> Items { get; init; } = [];

    /// <summary>Sessions to remove, because the server no longer has them.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];
}

namespace LogItems.Export;

/// <summary>What changes in the checkpoint of a server.</summary>
public sealed record CheckpointChange
{
    /// <summary>What is to be stored of the server.</summary>
    /// <value>Null (the default) to leave it as it is.</value>
    public ServerCheckpoint? Server { get; init; }

    /// <summary>The sessions to store. What was stored of the items of those that are complete is removed.</summary>
    public IReadOnlyList<SessionCheckpoint> Sessions { get; init; } = [];

    /// <summary>Items to add to those of sessions that are not complete, as bytes whose meaning the store does not know.</summary>
    public IReadOnlyList<(Guid SessionId, byte[] Items)> Items { get; init; } = [];

    /// <summary>Sessions to forget: the server has them no longer.</summary>
    public IReadOnlyList<Guid> Gone { get; init; } = [];
}

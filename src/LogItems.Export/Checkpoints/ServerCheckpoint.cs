namespace LogItems.Export;

/// <summary>The progress of the export of a server.</summary>
/// <param name="Horizon">The latest start or end of a session that was listed, by the server's clock; null before the first listing.</param>
/// <param name="ListedAllAt">The time of the last listing of all sessions, by the clock of the exporter; null before the first.</param>
public sealed record ServerCheckpoint(DateTimeOffset? Horizon, DateTimeOffset? ListedAllAt)
{
    /// <summary>The progress of a server that was never listed.</summary>
    public static ServerCheckpoint None { get; } = new(null, null);
}

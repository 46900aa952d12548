namespace LogItems.Export;

/// <summary>How far a server was exported.</summary>
/// <param name="Horizon">The latest start or end of a session that was listed, by the server's clock; null before the first time.</param>
/// <param name="ListedAllAt">When all sessions were listed last, by the clock of the exporter; null before the first time.</param>
public sealed record ServerCheckpoint(DateTimeOffset? Horizon, DateTimeOffset? ListedAllAt);

namespace LogItems.Export;

/// <summary>The time since a server was read by the workers that share a store.</summary>
/// <param name="Server">The name of the server.</param>
/// <param name="Age">The time since a worker read it to the end; null if it has never been read.</param>
/// <param name="IsLeased">Whether a worker currently has its lease.</param>
public sealed record ServerProgress(string Server, TimeSpan? Age, bool IsLeased);

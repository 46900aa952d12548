namespace LogItems.Export;

/// <summary>How recently a server was read by the workers that share a store.</summary>
/// <param name="Server">The name of the server.</param>
/// <param name="Age">The time since a worker read it to the end; null if none has.</param>
/// <param name="IsTaken">Whether a worker has it now.</param>
public sealed record ServerProgress(string Server, TimeSpan? Age, bool IsTaken);

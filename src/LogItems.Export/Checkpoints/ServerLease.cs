namespace LogItems.Export;

/// <summary>The exclusive right of a worker to read a server.</summary>
/// <param name="Server">The name of the server.</param>
/// <param name="Owner">The identifier of the lease, unique among all workers.</param>
/// <param name="Checkpoint">The progress of the server when it was leased.</param>
public sealed record ServerLease(string Server, Guid Owner, ServerCheckpoint Checkpoint);

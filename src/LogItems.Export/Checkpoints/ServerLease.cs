namespace LogItems.Export;

/// <summary>The right to read a server, which one worker has at a time.</summary>
/// <param name="Server">The name of the server.</param>
/// <param name="Owner">What tells this lease from every other.</param>
public sealed record ServerLease(string Server, Guid Owner);

namespace LogItems.Generators;

/// <summary>A documented response.</summary>
/// <param name="Code">The HTTP status.</param>
/// <param name="Versions">The versions that have it.</param>
internal sealed record ContractStatus(int Code, VersionRange Versions);

namespace LogItems.Generators;

/// <summary>A query parameter or a field of a form.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Versions">The versions that have it.</param>
internal sealed record ContractParameter(string Name, VersionRange Versions);

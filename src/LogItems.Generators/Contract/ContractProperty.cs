namespace LogItems.Generators;

/// <summary>A property of a schema.</summary>
/// <param name="Name">Its name on the wire.</param>
/// <param name="Versions">The versions that have it.</param>
/// <param name="NullableVersions">The versions in which it may be null.</param>
internal sealed record ContractProperty(string Name, VersionRange Versions, VersionRange NullableVersions);

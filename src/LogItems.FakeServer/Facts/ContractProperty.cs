namespace LogItems.FakeServer.Facts;

/// <summary>A property of a schema, the versions that have it, and those in which it may be null.</summary>
internal sealed record ContractProperty(string Name, VersionRange Versions, VersionRange NullableVersions);

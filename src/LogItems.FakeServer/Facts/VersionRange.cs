namespace LogItems.FakeServer.Facts;

/// <summary>The versions that have something, by number, both ends inclusive.</summary>
internal readonly record struct VersionRange(int Since, int Until)
{
    public bool Includes(ApiVersion version) => (int)version >= Since && (int)version <= Until;
}

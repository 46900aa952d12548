namespace LogItems.FakeServer.Tests.Support;

/// <summary>Ranges of versions for <c>[ValueSource]</c>.</summary>
internal static class VersionSource
{
    public static IReadOnlyList<ApiVersion> All => ApiVersions.All;

    public static IEnumerable<ApiVersion> V2ToV5 => All.Where(version => version <= ApiVersion.V5);

    public static IEnumerable<ApiVersion> V2ToV6 => All.Where(version => version <= ApiVersion.V6);

    public static IEnumerable<ApiVersion> V2ToV7 => All.Where(version => version <= ApiVersion.V7);

    public static IEnumerable<ApiVersion> FromV3 => All.Where(version => version >= ApiVersion.V3);

    public static IEnumerable<ApiVersion> V3ToV7 => FromV3.Where(version => version <= ApiVersion.V7);

    public static IEnumerable<ApiVersion> FromV6 => All.Where(version => version >= ApiVersion.V6);

    public static IEnumerable<ApiVersion> FromV7 => All.Where(version => version >= ApiVersion.V7);
}

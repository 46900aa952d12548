namespace LogItems.FakeServer.Calls;

/// <summary>Differences between versions that the contract describes in prose only. No other code refers to individual versions.</summary>
internal static class VersionDifferences
{
    /// <summary>Determines whether links begin with the server's address, as in v5 and earlier; later versions begin with the version.</summary>
    public static bool HasAbsoluteLinks(ApiVersion version) => version <= ApiVersion.V5;

    /// <summary>Determines whether links are in lower case, as on the reference page of v5.</summary>
    /// <remarks>The page of v3 has <c>JobSessions</c>; those of v2 and v4 show no item, so links are written as in v3.</remarks>
    public static bool HasLowerCaseLinks(ApiVersion version) => version >= ApiVersion.V5;

    /// <summary>
    /// Determines whether the <c>log</c> link of a session ends in <c>/log</c>, as printed for v4 and earlier; a live v3 server returns 404 for it.
    /// </summary>
    public static bool HasDeadLogLinks(ApiVersion version) => version < ApiVersion.V5;

    /// <summary>Determines whether the end of running sessions and items is a date in the year 9999, as seen in v5 and earlier.</summary>
    public static bool HasEndlessDates(ApiVersion version) => version <= ApiVersion.V5;
}

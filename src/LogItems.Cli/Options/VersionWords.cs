namespace LogItems.Cli.Options;

/// <summary>The API versions as they are written on the command line.</summary>
internal static class VersionWords
{
    /// <summary>All of them, for messages.</summary>
    public static string All { get; } = string.Join(", ", ApiVersions.All.Select(version => version.ToPathSegment()));

    /// <summary>All of them, as choices.</summary>
    public static IReadOnlyList<(string Word, ApiVersion Value)> Choices { get; } =
        [.. ApiVersions.All.Select(version => (version.ToPathSegment(), version))];

    /// <summary>Reads <c>v5,v6</c>; null where one of them is no version.</summary>
    public static IReadOnlyList<ApiVersion>? ParseList(string text)
    {
        var versions = new List<ApiVersion>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!ApiVersions.TryParse(word, out var version))
            {
                return null;
            }

            versions.Add(version);
        }

        return versions;
    }
}

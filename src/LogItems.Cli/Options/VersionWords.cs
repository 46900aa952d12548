namespace LogItems.Cli.Options;

/// <summary>The API versions as written on the command line.</summary>
internal static class VersionWords
{
    /// <summary>All versions, for messages.</summary>
    public static string All { get; } = string.Join(", ", ApiVersions.All.Select(version => version.ToPathSegment()));

    /// <summary>The oldest and the newest, for help texts: <c>v2..v8</c>.</summary>
    public static string Range { get; } = $"{ApiVersions.All[0].ToPathSegment()}..{ApiVersions.Newest.ToPathSegment()}";

    /// <summary>The versions that have a feature, for help texts: <c>v6 and later</c>.</summary>
    public static string Of(ApiFeature feature) =>
        feature.Until == ApiVersions.Newest ? $"{feature.Since.ToPathSegment()} and later"
        : feature.Since == ApiVersions.All[0] ? $"{feature.Until.ToPathSegment()} and earlier"
        : $"{feature.Since.ToPathSegment()} to {feature.Until.ToPathSegment()}";

    /// <summary>All versions, as choices.</summary>
    public static IReadOnlyList<(string Word, ApiVersion Value)> Choices { get; } =
        [.. ApiVersions.All.Select(version => (version.ToPathSegment(), version))];

    /// <summary>Reads a list such as <c>v5,v6</c>; null if one of them is not a supported version.</summary>
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

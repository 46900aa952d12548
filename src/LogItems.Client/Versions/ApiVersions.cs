using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LogItems;

/// <summary>The API versions that this SDK supports, and their names.</summary>
/// <remarks>The contract lists them; <see cref="ApiVersion"/> is generated from that list.</remarks>
public static class ApiVersions
{
    /// <summary>All versions that this SDK supports, oldest first.</summary>
    public static IReadOnlyList<ApiVersion> All { get; } = Array.AsReadOnly(Enum.GetValues<ApiVersion>());

    /// <summary>The newest version that this SDK supports.</summary>
    public static ApiVersion Newest => All[^1];

    /// <summary>The version as a path segment, for example <c>v8</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of <see cref="All"/>.</exception>
    public static string ToPathSegment(this ApiVersion version) =>
        version.IsKnown()
            ? $"v{((int)version).ToString(CultureInfo.InvariantCulture)}"
            : throw new ArgumentOutOfRangeException(
                nameof(version), (int)version, $"Not a supported API version; use one of {Names}.");

    /// <summary>Determines whether the value is one of <see cref="All"/>.</summary>
    public static bool IsKnown(this ApiVersion version) => All.Contains(version);

    /// <summary>Determines whether a version has an operation or a parameter, according to the contract.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is not one of <see cref="All"/>.</exception>
    public static bool Supports(this ApiVersion version, ApiFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return feature.IsIn(version);
    }

    /// <summary>Parses the name of a supported version, for example <c>v8</c>, in upper or lower case.</summary>
    /// <returns>False if the text is not the name of one of <see cref="All"/>.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out ApiVersion version)
    {
        foreach (var candidate in All)
        {
            if (string.Equals(text, candidate.ToPathSegment(), StringComparison.OrdinalIgnoreCase))
            {
                version = candidate;
                return true;
            }
        }

        version = default;
        return false;
    }

    /// <summary>The names of all versions, separated by commas, for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(ToPathSegment));
}

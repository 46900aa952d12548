using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace LogItems;

/// <summary>The API versions this SDK speaks, and how they are written.</summary>
public static class ApiVersions
{
    /// <summary>All versions this SDK speaks, oldest first.</summary>
    public static IReadOnlyList<ApiVersion> All { get; } =
        [ApiVersion.V2, ApiVersion.V3, ApiVersion.V4, ApiVersion.V5, ApiVersion.V6, ApiVersion.V7, ApiVersion.V8];

    /// <summary>The newest version this SDK speaks.</summary>
    public static ApiVersion Newest => All[^1];

    /// <summary>The version as a path segment, for example <c>v8</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not one of <see cref="All"/>.</exception>
    public static string ToPathSegment(this ApiVersion version) =>
        version.IsKnown()
            ? $"v{((int)version).ToString(CultureInfo.InvariantCulture)}"
            : throw new ArgumentOutOfRangeException(
                nameof(version), (int)version, $"Not an API version this SDK speaks; use one of {Names}.");

    /// <summary>Whether the value is one of <see cref="All"/>.</summary>
    public static bool IsKnown(this ApiVersion version) => version is >= ApiVersion.V2 and <= ApiVersion.V8;

    /// <summary>Whether a version has an operation or a parameter, as the contract says.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The version is not one of <see cref="All"/>.</exception>
    public static bool Supports(this ApiVersion version, ApiFeature feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        return feature.IsIn(version);
    }

    /// <summary>Reads <c>v8</c> or <c>V8</c>.</summary>
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

    /// <summary>The written forms of all versions, <c>v2, v3, …, v8</c>, for messages.</summary>
    internal static string Names => string.Join(", ", All.Select(ToPathSegment));
}

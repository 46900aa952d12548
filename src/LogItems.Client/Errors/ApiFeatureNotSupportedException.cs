namespace LogItems;

/// <summary>The API version in use does not support the requested operation or parameter, and the client cannot replace it.</summary>
public sealed class ApiFeatureNotSupportedException : NotSupportedException
{
    /// <summary>Creates an exception as the client throws it, for tests of services that handle it.</summary>
    /// <param name="feature">The operation or parameter.</param>
    /// <param name="version">The version in use.</param>
    public ApiFeatureNotSupportedException(ApiFeature feature, ApiVersion version)
        : base($"{(feature ?? throw new ArgumentNullException(nameof(feature))).Name} "
            + $"is not supported by API {version.ToPathSegment()}, which this client uses; it is supported by {feature.Versions}.")
    {
        Feature = feature;
        Version = version;
    }

    /// <summary>The requested operation or parameter, with the versions that support it.</summary>
    public ApiFeature Feature { get; }

    /// <summary>The version in use.</summary>
    public ApiVersion Version { get; }
}

namespace LogItems;

/// <summary>The API version of a server could not be detected.</summary>
public sealed class ApiVersionDetectionException : Exception
{
    /// <summary>Creates an exception as the client throws it, for tests of services that handle it.</summary>
    /// <param name="detection">The result; <see cref="LogItemsModelFactory"/> creates one.</param>
    public ApiVersionDetectionException(ApiVersionDetection detection)
        : base(detection?.ToString() ?? throw new ArgumentNullException(nameof(detection))) => Detection = detection;

    /// <summary>The probes and their responses.</summary>
    public ApiVersionDetection Detection { get; }
}

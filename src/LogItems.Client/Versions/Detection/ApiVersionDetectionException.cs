namespace LogItems;

/// <summary>The API version of a server could not be detected.</summary>
public sealed class ApiVersionDetectionException : Exception
{
    internal ApiVersionDetectionException(ApiVersionDetection detection)
        : base(detection.ToString()) => Detection = detection;

    /// <summary>What was asked and answered.</summary>
    public ApiVersionDetection Detection { get; }
}

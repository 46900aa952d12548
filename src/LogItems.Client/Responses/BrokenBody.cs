using LogItems.Errors;

namespace LogItems.Responses;

/// <summary>Creates exceptions for a response body that was not received completely.</summary>
internal static class BrokenBody
{
    /// <summary>Determines whether a body was damaged in transit: the network failed, or the received data cannot be decompressed.</summary>
    /// <remarks><c>BrotliStream</c> has no better exception for damaged data than <see cref="InvalidOperationException"/>.</remarks>
    public static bool IsReasonOf(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>Creates the exception.</summary>
    public static HttpRequestException Failure(HttpRequestMessage? request, Exception? reason)
    {
        var (method, path) = ErrorReader.RequestOf(request);
        return NetworkFailure.OfBody($"The response to {method} {path} was cut off.", reason);
    }
}

using LogItems.Errors;

namespace LogItems.Responses;

/// <summary>The body of an answer that has not arrived in full.</summary>
internal static class BrokenBody
{
    /// <summary>Determines whether reading a body failed on its way: the network failed, or what arrived cannot be decompressed.</summary>
    /// <remarks><c>BrotliStream</c> has no better exception for damaged data than <see cref="InvalidOperationException"/>.</remarks>
    public static bool IsReasonOf(Exception exception) =>
        exception is IOException or HttpRequestException or InvalidDataException or (InvalidOperationException and not ObjectDisposedException);

    /// <summary>The exception for it.</summary>
    public static HttpRequestException Failure(HttpRequestMessage? request, Exception? reason)
    {
        var (method, path) = ErrorReader.RequestOf(request);
        return NetworkFailure.OfBody($"The response to {method} {path} was cut off.", reason);
    }
}

using System.Net;

namespace LogItems.Responses;

/// <summary>Creates the exception for a body that exceeds the maximum buffer size.</summary>
internal static class BodyLimit
{
    /// <summary>The whole body is larger.</summary>
    public static LogItemsApiException OfWhole(HttpRequestMessage? request, HttpStatusCode status, int limit) =>
        Exceeded(request, status, "a body that is larger than", limit);

    /// <summary>One item of a page, or the gap between two of them, is larger.</summary>
    public static LogItemsApiException OfPart(HttpRequestMessage? request, int limit) =>
        Exceeded(request, HttpStatusCode.OK, "a page in which one item, or the gap between two, is larger than", limit);

    private static LogItemsApiException Exceeded(HttpRequestMessage? request, HttpStatusCode status, string found, int limit)
    {
        var (method, path) = ErrorReader.RequestOf(request);
        var size = limit.ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
        return new LogItemsApiException(
            $"{method} {path} returned {(int)status} with {found} {size} bytes, the limit set by {nameof(LogItemsClientOptions.MaxBufferSize)}. "
            + "Check what is responding, or increase the limit.",
            LogItemsApiErrorKind.UnexpectedResponse, status, method, path);
    }
}

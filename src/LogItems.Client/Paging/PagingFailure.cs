using System.Globalization;
using System.Net;

namespace LogItems.Paging;

/// <summary>The exceptions for servers that do not page as documented.</summary>
internal static class PagingFailure
{
    /// <summary>The server indicates more pages and repeatedly sends the same items.</summary>
    public static LogItemsApiException Endless(Func<HttpRequestMessage> createRequest, long offset, int pages) => Of(
        createRequest,
        $"{pages} consecutive pages, the last one at offset {Number(offset)}, contain no new item, although each indicates that another page follows. "
        + "The server does not page as documented; check what is responding. A proxy that ignores the query string can cause this.");

    /// <summary>So many items were added or removed that the position cannot be found again.</summary>
    public static LogItemsApiException Lost(Func<HttpRequestMessage> createRequest, long offset) => Of(
        createRequest,
        $"the page at offset {Number(offset)} has no item in common with the pages before it: too much of the list has changed. Read the list again.");

    private static LogItemsApiException Of(Func<HttpRequestMessage> createRequest, string found)
    {
        using var request = createRequest();
        var path = request.RequestUri?.AbsolutePath ?? "";
        return new LogItemsApiException(
            $"{request.Method} {path} returned 200, but {found}", LogItemsApiErrorKind.UnexpectedResponse, HttpStatusCode.OK, request.Method, path);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Net;

namespace LogItems.Paging;

/// <summary>The exceptions for servers whose pages lead nowhere.</summary>
internal static class PagingFailure
{
    /// <summary>The server promises more pages and sends the same items again and again.</summary>
    public static LogItemsApiException Endless(Func<HttpRequestMessage> createRequest, long offset, int pages) => Of(
        createRequest,
        $"{pages} pages in a row, the last one at offset {Number(offset)}, have no item that was not on a page before, although each indicates that there is another one. "
        + "The server does not page as documented: check what is answering. A proxy that ignores the query of a request can cause this.");

    /// <summary>So many items came in or went that the position cannot be found again.</summary>
    public static LogItemsApiException Lost(Func<HttpRequestMessage> createRequest, long offset) => Of(
        createRequest,
        $"the page at offset {Number(offset)} has no item that was on one of the pages before, nor have the pages before it: too much of the list has changed meanwhile. Read the list again.");

    private static LogItemsApiException Of(Func<HttpRequestMessage> createRequest, string found)
    {
        using var request = createRequest();
        var path = request.RequestUri?.AbsolutePath ?? "";
        return new LogItemsApiException(
            $"{request.Method} {path} was answered with 200, but {found}", LogItemsApiErrorKind.UnexpectedResponse, HttpStatusCode.OK, request.Method, path);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}

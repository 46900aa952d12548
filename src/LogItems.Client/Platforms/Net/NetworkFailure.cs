namespace LogItems;

/// <summary>The exceptions for what the network has done.</summary>
internal static class NetworkFailure
{
    /// <summary>A body broke off.</summary>
    public static HttpRequestException OfBody(string message, Exception? inner) => new(HttpRequestError.ResponseEnded, message, inner);

    /// <summary>There is no secure connection.</summary>
    public static HttpRequestException OfTls(string message, Exception? inner = null) => new(HttpRequestError.SecureConnectionError, message, inner);
}

namespace LogItems.Errors;

/// <summary>Exceptions for failures of the network.</summary>
internal static class NetworkFailure
{
    /// <summary>Creates the exception for a truncated body.</summary>
    public static HttpRequestException OfBody(string message, Exception? inner) => new(HttpRequestError.ResponseEnded, message, inner);

    /// <summary>Creates the exception for a failed TLS handshake.</summary>
    public static HttpRequestException OfTls(string message, Exception? inner = null) => new(HttpRequestError.SecureConnectionError, message, inner);

    /// <summary>Creates a copy of an exception with a better message.</summary>
    public static HttpRequestException As(HttpRequestException failure, string message) => new(failure.HttpRequestError, message, failure);

    /// <summary>Determines whether the connection was closed before or in the middle of a response.</summary>
    public static bool IsEndOfResponse(HttpRequestException failure) =>
        failure.HttpRequestError == HttpRequestError.ResponseEnded
        || failure.InnerException is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded };

    /// <summary>Determines whether the failure may be due to using the wrong scheme for a port.</summary>
    public static bool MayBeWrongScheme(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.SecureConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.Unknown;
}

namespace LogItems.Errors;

/// <summary>Exceptions for failures of the network.</summary>
internal static class NetworkFailure
{
    /// <summary>A body broke off.</summary>
    public static HttpRequestException OfBody(string message, Exception? inner) => new(HttpRequestError.ResponseEnded, message, inner);

    /// <summary>There is no secure connection.</summary>
    public static HttpRequestException OfTls(string message, Exception? inner = null) => new(HttpRequestError.SecureConnectionError, message, inner);

    /// <summary>The same failure with a better message.</summary>
    public static HttpRequestException As(HttpRequestException failure, string message) => new(failure.HttpRequestError, message, failure);

    /// <summary>Determines whether the connection was closed in the middle of an answer or before it.</summary>
    public static bool IsEndOfResponse(HttpRequestException failure) =>
        failure.HttpRequestError == HttpRequestError.ResponseEnded
        || failure.InnerException is HttpIOException { HttpRequestError: HttpRequestError.ResponseEnded };

    /// <summary>Determines whether the failure may come from speaking the wrong scheme to a port.</summary>
    public static bool MayBeWrongScheme(HttpRequestException failure) => failure.HttpRequestError
        is HttpRequestError.SecureConnectionError or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse or HttpRequestError.Unknown;
}

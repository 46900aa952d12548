using System.Net;

namespace LogItems.Errors;

/// <summary>Exceptions for failures of the network.</summary>
internal static class NetworkFailure
{
    /// <summary>A body broke off.</summary>
    public static HttpRequestException OfBody(string message, Exception? inner) => new(message, inner);

    /// <summary>There is no secure connection.</summary>
    public static HttpRequestException OfTls(string message, Exception? inner = null) => new(message, inner);

    /// <summary>The same failure with a better message.</summary>
    public static HttpRequestException As(HttpRequestException failure, string message) => new(message, failure);

    /// <summary>Determines whether the connection was closed in the middle of an answer or before it.</summary>
    public static bool IsEndOfResponse(HttpRequestException failure) => failure.InnerException is IOException
        or WebException { Status: WebExceptionStatus.ConnectionClosed or WebExceptionStatus.ReceiveFailure or WebExceptionStatus.KeepAliveFailure };
}

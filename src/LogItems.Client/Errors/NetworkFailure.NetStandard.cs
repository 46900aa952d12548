using System.Net;

namespace LogItems.Errors;

/// <summary>Exceptions for failures of the network.</summary>
internal static class NetworkFailure
{
    /// <summary>Creates the exception for a truncated body.</summary>
    public static HttpRequestException OfBody(string message, Exception? inner) => new(message, inner);

    /// <summary>Creates the exception for a failed TLS handshake.</summary>
    public static HttpRequestException OfTls(string message, Exception? inner = null) => new(message, inner);

    /// <summary>Creates a copy of an exception with a better message.</summary>
    public static HttpRequestException As(HttpRequestException failure, string message) => new(message, failure);

    /// <summary>Determines whether the connection was closed before or in the middle of a response.</summary>
    public static bool IsEndOfResponse(HttpRequestException failure) => failure.InnerException is IOException
        or WebException { Status: WebExceptionStatus.ConnectionClosed or WebExceptionStatus.ReceiveFailure or WebExceptionStatus.KeepAliveFailure };
}

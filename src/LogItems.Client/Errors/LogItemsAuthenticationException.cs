using System.Net;

namespace LogItems;

/// <summary>The token endpoint returned an error, or a response without a usable token.</summary>
/// <remarks>Neither the message nor any property contains a password, a token or the response body.</remarks>
public sealed class LogItemsAuthenticationException : Exception
{
    /// <summary>Creates an exception as the client throws it, for tests of services that handle it.</summary>
    /// <param name="message">The message: one line, for people.</param>
    /// <param name="failure">The reason.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="error">The OAuth 2.0 error code; null for none.</param>
    public LogItemsAuthenticationException(
        string message, LogItemsAuthenticationFailure failure, HttpStatusCode statusCode, string? error = null)
        : base(message)
    {
        Failure = failure;
        StatusCode = statusCode;
        Error = error;
    }

    /// <summary>The reason why no token was issued.</summary>
    public LogItemsAuthenticationFailure Failure { get; }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The OAuth 2.0 error code, for example <c>invalid_grant</c>; null if the server sent none.</summary>
    public string? Error { get; }
}

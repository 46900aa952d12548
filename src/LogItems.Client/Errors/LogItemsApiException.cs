using System.Net;

namespace LogItems;

/// <summary>The API returned an error or violated the contract.</summary>
/// <remarks>
/// <see cref="Exception.Message"/> is one line with the request, the response and a suggested action. It contains neither the body
/// nor secrets; the body is in <see cref="ResponseBody"/>.
/// </remarks>
public sealed class LogItemsApiException : Exception
{
    /// <summary>Creates an exception as the client throws it, for tests of services that handle it.</summary>
    /// <param name="message">The message: one line, for people.</param>
    /// <param name="kind">The kind of the failure.</param>
    /// <param name="statusCode">The status of the response.</param>
    /// <param name="method">The request's method.</param>
    /// <param name="path">The request's path, without the query.</param>
    /// <param name="responseBody">The body of the response; null for none.</param>
    /// <param name="errorCode">The server's error code; null for none.</param>
    /// <param name="serverMessage">The server's own message; null for none.</param>
    /// <param name="retryAfter">The delay that the server requests; null for none.</param>
    /// <param name="duration">The duration of the request; null if unknown.</param>
    /// <param name="innerException">The cause; null for none.</param>
    public LogItemsApiException(
        string message,
        LogItemsApiErrorKind kind,
        HttpStatusCode statusCode,
        HttpMethod method,
        string path,
        string? responseBody = null,
        string? errorCode = null,
        string? serverMessage = null,
        TimeSpan? retryAfter = null,
        TimeSpan? duration = null,
        Exception? innerException = null)
        : base(message, innerException)
    {
        Kind = kind;
        StatusCode = statusCode;
        Method = method;
        Path = path;
        ResponseBody = responseBody;
        ErrorCode = errorCode;
        ServerMessage = serverMessage;
        RetryAfter = retryAfter;
        Duration = duration;
    }

    /// <summary>The kind of the failure.</summary>
    public LogItemsApiErrorKind Kind { get; }

    /// <summary>The status of the response.</summary>
    public HttpStatusCode StatusCode { get; }

    /// <summary>The request's method.</summary>
    public HttpMethod Method { get; }

    /// <summary>The request's path, without the query.</summary>
    public string Path { get; }

    /// <summary>The server's error code as it was sent, known or not; null below v7 and where the server sent none.</summary>
    public string? ErrorCode { get; }

    /// <summary>The server's own message; null if it sent none.</summary>
    public string? ServerMessage { get; }

    /// <summary>The delay before the next attempt that the server requests; null if it requests none.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>
    /// The duration of the request, including retries; null with the caller's own <see cref="HttpClient"/> without a <see
    /// cref="DiagnosticsHandler"/>.
    /// </summary>
    public TimeSpan? Duration { get; }

    /// <summary>The body of the response as text, whatever its format, up to 64 KB; empty or null if there was none.</summary>
    public string? ResponseBody { get; }
}

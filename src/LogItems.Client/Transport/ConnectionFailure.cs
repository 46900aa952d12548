using System.Net.Sockets;
using LogItems.Errors;
using LogItems.Primitives;

namespace LogItems.Transport;

/// <summary>Describes why a request got no response, and whether a retry can help.</summary>
internal static class ConnectionFailure
{
    /// <summary>Set on a request that failed for a reason that a retry cannot change, with that reason.</summary>
    public static readonly HttpRequestOptionsKey<string> Permanent = new("LogItems.PermanentFailure");

    /// <summary>Determines whether a retry cannot succeed: the host name does not exist, or the scheme does not match the port.</summary>
    public static bool IsPermanent(HttpRequestMessage request, Exception exception) =>
        exception is ServerCertificateException
        || request.Options.TryGetValue(Permanent, out _)
        || SocketErrorOf(exception) is SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery;

    /// <summary>Creates the exception for a request without a response: what was sent, what happened and the number of attempts.</summary>
    public static HttpRequestException Of(HttpRequestMessage request, HttpRequestException exception, int tries) =>
        exception is ServerCertificateException || exception.InnerException is HttpRequestException
            ? exception
            : NetworkFailure.As(exception, $"{request.Method} {request.RequestUri?.AbsolutePath} failed: {Reason(request, exception)}.{AttemptsText(tries)}");

    /// <summary>A short description of why an attempt failed.</summary>
    public static string ReasonOf(HttpRequestMessage request, Exception failure) => failure switch
    {
        TimeoutException => "no complete response arrived in time",
        HttpRequestException { InnerException: HttpRequestException original } => Reason(request, original),
        _ => "the response was cut off",
    };

    /// <summary>A sentence with the number of attempts; empty for one.</summary>
    public static string AttemptsText(int tries) => tries > 1 ? $" Tried {tries} times." : "";

    private static string Reason(HttpRequestMessage request, HttpRequestException exception)
    {
        if (request.Options.TryGetValue(Permanent, out var reason))
        {
            return reason;
        }

        var (host, port) = (request.RequestUri?.Host, request.RequestUri?.Port);
        return SocketErrorOf(exception) switch
        {
            SocketError.ConnectionRefused => $"{host} refused the connection on port {port}; nothing is listening there",
            SocketError.HostNotFound or SocketError.NoData or SocketError.NoRecovery => $"the host name {host} is unknown",
            SocketError.TryAgain => $"the host name {host} could not be resolved at the moment",
            SocketError.HostUnreachable or SocketError.NetworkUnreachable => $"there is no route to {host}",
            SocketError.TimedOut => $"connecting to {host} on port {port} timed out",
            SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown => "the connection was reset before a response arrived",
            _ => NetworkFailure.IsEndOfResponse(exception)
                ? "the server closed the connection without a response"
                : Innermost(exception).TrimEnd('.'),
        };
    }

    private static SocketError? SocketErrorOf(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is SocketException socket)
            {
                return socket.SocketErrorCode;
            }
        }

        return null;
    }

    /// <summary>The outer exceptions only point to the inner ones.</summary>
    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner)
        {
            exception = inner;
        }

        return PlainText.OneLine(exception.Message);
    }
}

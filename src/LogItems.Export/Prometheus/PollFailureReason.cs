using System.Net.Sockets;

namespace LogItems.Export.Prometheus;

/// <summary>The reasons of failed polls, a small number of words for a label.</summary>
internal static class PollFailureReason
{
    /// <param name="exception">The failure.</param>
    public static string Of(Exception exception) => exception switch
    {
        ServerCertificateException => "certificate",
        LogItemsAuthenticationException { Failure: LogItemsAuthenticationFailure.Unavailable or LogItemsAuthenticationFailure.UnexpectedResponse } => "api",
        LogItemsAuthenticationException or InvalidDataException => "credential",
        LogItemsApiException or ApiVersionDetectionException or ApiFeatureNotSupportedException => "api",
        OperationCanceledException or TimeoutException => "timeout",
        HttpRequestException or SocketException => "unreachable",
        _ => "other",
    };
}

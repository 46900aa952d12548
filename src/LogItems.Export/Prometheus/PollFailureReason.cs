using System.Net.Sockets;

namespace LogItems.Export.Prometheus;

/// <summary>The reasons for failed polls, with a small set of values for a label.</summary>
internal static class PollFailureReason
{
    private const string Unreachable = "unreachable";
    private const string Timeout = "timeout";
    private const string Certificate = "certificate";
    private const string Credential = "credential";
    private const string Api = "api";
    private const string Other = "other";

    /// <summary>Every reason.</summary>
    public static readonly IReadOnlyList<string> All = [Unreachable, Timeout, Certificate, Credential, Api, Other];

    /// <param name="exception">The failure.</param>
    public static string Of(Exception exception) => exception switch
    {
        ServerCertificateException => Certificate,
        LogItemsAuthenticationException { Failure: LogItemsAuthenticationFailure.Unavailable or LogItemsAuthenticationFailure.UnexpectedResponse } => Api,
        LogItemsAuthenticationException or InvalidDataException => Credential,
        LogItemsApiException or ApiVersionDetectionException or ApiFeatureNotSupportedException => Api,
        OperationCanceledException or TimeoutException => Timeout,
        HttpRequestException or SocketException => Unreachable,
        _ => Other,
    };
}

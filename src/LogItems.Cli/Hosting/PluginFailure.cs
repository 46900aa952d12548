using System.Net.Sockets;
using LogItems.Monitoring;

namespace LogItems.Cli.Hosting;

/// <summary>Reports the failure of a command that runs as a monitoring plugin: a line on stdout, with the state as the exit code.</summary>
/// <remarks>
/// According to the Monitoring Plugins guidelines, invalid usage and internal failures are unknown, but failures outside of the plugin's
/// control are not: a server that cannot be reached or does not respond in time is critical.
/// </remarks>
internal static class PluginFailure
{
    /// <summary>Writes the line and returns the exit code.</summary>
    public static Task<int> WriteAsync(Exception exception, string message, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var state = cancellationToken.IsCancellationRequested ? CheckState.Unknown : StateOf(exception);
        return PluginOutput.WriteAsync(state, CheckReport.LineOf(state, message), host);
    }

    private static CheckState StateOf(Exception exception) => exception switch
    {
        HttpRequestException or SocketException or TimeoutException or OperationCanceledException or ApiVersionDetectionException => CheckState.Critical,
        LogItemsApiException { Kind: LogItemsApiErrorKind.Unavailable or LogItemsApiErrorKind.UnexpectedResponse } => CheckState.Critical,
        LogItemsAuthenticationException
        {
            Failure: LogItemsAuthenticationFailure.Unavailable or LogItemsAuthenticationFailure.UnexpectedResponse,
        } => CheckState.Critical,
        _ => CheckState.Unknown,
    };
}

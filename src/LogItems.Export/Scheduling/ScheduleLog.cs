using Microsoft.Extensions.Logging;

namespace LogItems.Export.Scheduling;

/// <summary>The log messages about failing servers. Messages of the SDK contain no secrets.</summary>
internal static class ScheduleLog
{
    private static readonly Action<ILogger, string, int, TimeSpan, string, Exception?> FailedMessage = LoggerMessage.Define<string, int, TimeSpan, string>(
        LogLevel.Warning, new EventId(1, nameof(Failed)), "Server {Server} failed {Failures} times in a row; the next poll is in {Delay}. {Reason}");

    private static readonly Action<ILogger, string, int, TimeSpan, string, Exception?> OpenedMessage = LoggerMessage.Define<string, int, TimeSpan, string>(
        LogLevel.Error,
        new EventId(2, nameof(Opened)),
        "The circuit of server {Server} opened after {Failures} failures in a row; it will be retried in {Delay}. {Reason}");

    private static readonly Action<ILogger, string, int, Exception?> ClosedMessage = LoggerMessage.Define<string, int>(
        LogLevel.Information, new EventId(3, nameof(Closed)), "The circuit of server {Server} closed; the server works again after {Failures} failures");

    public static void Failed(ILogger logger, string server, int failures, TimeSpan delay, string reason) =>
        FailedMessage(logger, server, failures, delay, reason, null);

    public static void Opened(ILogger logger, string server, int failures, TimeSpan delay, string reason) =>
        OpenedMessage(logger, server, failures, delay, reason, null);

    public static void Closed(ILogger logger, string server, int failures) => ClosedMessage(logger, server, failures, null);
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Diagnostics;

/// <summary>The log messages of the client; they never contain a query, a body or a secret.</summary>
internal static partial class ClientLog
{
    /// <summary>Creates the client's logger; one that discards everything if the options have no factory.</summary>
    public static ILogger CreateLogger(this LogItemsClientOptions options) => options.LoggerFactory?.CreateLogger(ClientMetrics.Name) ?? NullLogger.Instance;

    [LoggerMessage(1, LogLevel.Warning, "{Method} {Path} failed: {Reason}; retry {Attempt} of {MaxRetries} in {Delay}")]
    public static partial void Retrying(ILogger logger, HttpMethod method, string? path, string reason, int attempt, int maxRetries, TimeSpan delay);

    [LoggerMessage(2, LogLevel.Debug, "{Method} {Path} returned {Status} in {Duration}")]
    public static partial void Answered(ILogger logger, HttpMethod method, string? path, int status, TimeSpan duration);

    [LoggerMessage(3, LogLevel.Information, "Received a token from {Address}; it expires at {ExpiresAt}")]
    public static partial void TokenIssued(ILogger logger, Uri address, DateTimeOffset? expiresAt);

    [LoggerMessage(4, LogLevel.Warning, "The items before offset {Offset} changed while they were read; items may be missing: {MayHaveMissedItems}")]
    public static partial void ListChanged(ILogger logger, int offset, bool mayHaveMissedItems);

    [LoggerMessage(5, LogLevel.Warning, "Unreadable values in the page at offset {Offset}: {Count}; see Issues of its items")]
    public static partial void UnreadableValues(ILogger logger, int count, long offset);

    [LoggerMessage(6, LogLevel.Information, "Using API {Version} of {Server}")]
    public static partial void VersionDetected(ILogger logger, Uri server, string version);

    [LoggerMessage(7, LogLevel.Debug, "Signing out of {Server} failed with {Reason}; the token expires by itself")]
    public static partial void LogoutFailed(ILogger logger, Uri server, string reason);

    [LoggerMessage(8, LogLevel.Trace, "Read the page at offset {Offset}: {Items} items, total {Total}")]
    public static partial void PageRead(ILogger logger, long offset, int items, int? total);
}

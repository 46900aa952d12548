using Microsoft.Extensions.Logging;

namespace LogItems.Export;

/// <summary>A server whose sessions are exported.</summary>
/// <param name="Name">The name, unique in the fleet; part of the key of every exported record.</param>
/// <param name="CreateClient">
/// Creates a client that calls its argument whenever a session is found to have changed while it is being read
/// (<see cref="LogItemsClientOptions.OnConcurrentChange"/>); called again after a failure.
/// </param>
public sealed record ExportServer(string Name, Func<Action<ConcurrentChange>, ILogItemsClient> CreateClient)
{
    /// <summary>The labels that sinks add to each record, such as customer and site.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>The time from the end of a poll to the next.</summary>
    /// <value>1 second or more; default 5 minutes. Up to a tenth is added at random.</value>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Creates the export settings of a fleet's server.</summary>
    /// <param name="server">The server.</param>
    /// <param name="loggerFactory">The logger factory of its clients; null for no logging.</param>
    public static ExportServer Of(FleetServer server, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(server);
        return new(
            server.Name,
            onChange => server.CreateClient(options => (options.OnConcurrentChange, options.LoggerFactory) = (onChange, loggerFactory)))
        {
            Labels = server.Labels,
            Interval = server.Interval,
        };
    }
}

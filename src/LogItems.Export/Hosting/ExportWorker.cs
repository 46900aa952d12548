using LogItems.Export.Health;
using LogItems.Export.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export;

/// <summary>Exports the changes of a fleet's servers continuously.</summary>
/// <remarks>
/// Each server is read by one reader at a time. A failing one is retried after a delay that doubles up to an hour, and failing servers share a
/// quarter of the slots. A server that does not respond for 10 seconds yields its slot to another until it responds.
/// The meter <c>LogItems.Export</c> contains the worker's own measurements.
/// </remarks>
public sealed partial class ExportWorker
{
    /// <summary>The category of the log, for filters of the host.</summary>
    public const string LogCategory = "LogItems.Export.ExportWorker";

    private readonly IReadOnlyList<ExportServer> _servers;
    private readonly CheckpointStore _store;
    private readonly ExportOptions _options;
    private readonly Dictionary<string, ServerWorker> _workers;
    private readonly ILogger _logger;

    /// <summary>Creates a worker.</summary>
    /// <param name="servers">The servers, each with its own name.</param>
    /// <param name="store">The store of the servers' progress; not disposed of.</param>
    /// <param name="sink">The sink to export to; not disposed of.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="logger">The logger of failures; null for none.</param>
    /// <exception cref="ArgumentException">Two servers have the same name, or a setting is out of its range.</exception>
    public ExportWorker(
        IReadOnlyList<ExportServer> servers, CheckpointStore store, IExportSink sink, ExportOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(servers);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(sink);
        (_servers, _options) = (servers, options ?? new ExportOptions());
        _options.ThrowIfInvalid();
        Sink = sink;
        Status = new ExportStatus(servers, sink.GetType().Name, _options.TimeProvider);
        _store = ObservedStore.Of(store, Status, _options.TimeProvider);
        _logger = logger ?? NullLogger.Instance;
        _workers = servers.DistinctBy(server => server.Name).ToDictionary(server => server.Name, CreateWorker);
        if (_workers.Count < servers.Count)
        {
            var twice = servers.GroupBy(server => server.Name).First(group => group.Count() > 1).Key;
            throw new ArgumentException(
                $"Two servers have the name '{twice}'. Names are part of the keys of exported records: give each server its own.", nameof(servers));
        }

        ServerWorker CreateWorker(ExportServer server) => new(server, _store, sink, _options, Status.Servers[server.Name], _logger);
    }

    /// <summary>Called after each poll, with the name of the server and the result.</summary>
    /// <remarks>Calls can be concurrent.</remarks>
    public event Action<string, PollResult>? Polled;

    /// <summary>The sink.</summary>
    public IExportSink Sink { get; }

    /// <summary>The status of the export.</summary>
    internal ExportStatus Status { get; }

    /// <summary>Exports until it is canceled.</summary>
    /// <exception cref="OperationCanceledException">The export was canceled.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(polls: null, cancellationToken);

    /// <summary>Polls every server once, except those leased by another worker.</summary>
    /// <returns>The servers leased by another worker, even if it has ended: they become available when its leases expire.</returns>
    /// <exception cref="OperationCanceledException">The export was canceled.</exception>
    public async Task<IReadOnlyList<string>> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        HashSet<string> polls = [];
        await RunAsync(polls, cancellationToken).ConfigureAwait(false);
        return [.. _servers.Select(server => server.Name).Where(server => !polls.Contains(server))];
    }

    /// <param name="polls">Receives the polled servers if each is to be polled once; null to poll continuously.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    private async Task RunAsync(HashSet<string>? polls, CancellationToken cancellationToken)
    {
        using var observation = ExportMetrics.Observe(Status);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = Task.CompletedTask;
        Status.Begin();
        try
        {
            await Sink.InitializeAsync(cancellationToken).ConfigureAwait(false);
            await _store.InitializeAsync(_servers, areDue: polls is not null, cancellationToken).ConfigureAwait(false);
            following = polls is null ? FollowOthersAsync(end.Token) : following;
            await PollAllAsync(polls, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Status.End();
            await end.CancelAsync().ConfigureAwait(false);
            await following.ConfigureAwait(false);
        }
    }

    [LoggerMessage(7, LogLevel.Error, "The result of a poll of the server '{Server}' could not be reported.")]
    private static partial void LogPollFailed(ILogger logger, string server, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The checkpoints cannot be reached and will be retried. {Failure}")]
    private static partial void LogStoreFailed(ILogger logger, string failure);
}

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

    /// <summary>The delay after an attempt to start that failed; doubled each time.</summary>
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromSeconds(1);

    /// <summary>The longest such delay: a database is often away for minutes.</summary>
    private static readonly TimeSpan MaxRetryDelay = TimeSpan.FromMinutes(1);

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
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(polls: null, isStartRetried: false, cancellationToken);

    /// <summary>Exports until it is canceled, and begins as soon as the sink and the store can be prepared: a database that is away must not end the host.</summary>
    /// <exception cref="OperationCanceledException">The export was canceled.</exception>
    internal Task RunAsServiceAsync(CancellationToken cancellationToken) => RunAsync(polls: null, isStartRetried: true, cancellationToken);

    /// <summary>Polls every server once, except those leased by another worker.</summary>
    /// <returns>The servers leased by another worker, even if it has ended: they become available when its leases expire.</returns>
    /// <exception cref="OperationCanceledException">The export was canceled.</exception>
    public async Task<IReadOnlyList<string>> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        HashSet<string> polls = [];
        await RunAsync(polls, isStartRetried: false, cancellationToken).ConfigureAwait(false);
        return [.. _servers.Select(server => server.Name).Where(server => !polls.Contains(server))];
    }

    /// <param name="polls">Receives the polled servers if each is to be polled once; null to poll continuously.</param>
    /// <param name="isStartRetried">Whether to go on when the sink or the store cannot be prepared.</param>
    /// <param name="cancellationToken">Cancels the export.</param>
    private async Task RunAsync(HashSet<string>? polls, bool isStartRetried, CancellationToken cancellationToken)
    {
        using var observation = ExportMetrics.Observe(Status);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var following = Task.CompletedTask;
        try
        {
            await InitializeAsync(areDue: polls is not null, isStartRetried, cancellationToken).ConfigureAwait(false);
            Status.Begin();
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

    /// <summary>Prepares the sink and the store. Until that has succeeded, the export is not running, and not healthy.</summary>
    private async Task InitializeAsync(bool areDue, bool isRetried, CancellationToken cancellationToken)
    {
        for (var delay = FirstRetryDelay; ; delay = delay * 2 < MaxRetryDelay ? delay * 2 : MaxRetryDelay)
        {
            try
            {
                await Sink.InitializeAsync(cancellationToken).ConfigureAwait(false);
                await _store.InitializeAsync(_servers, areDue, cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (isRetried && !cancellationToken.IsCancellationRequested)
            {
                LogStartFailed(_logger, delay, exception.Message);
                await Task.Delay(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    [LoggerMessage(8, LogLevel.Error, "The export cannot start: the sink or the checkpoints cannot be used. The next attempt is in {Delay}. {Failure}")]
    private static partial void LogStartFailed(ILogger logger, TimeSpan delay, string failure);

    [LoggerMessage(7, LogLevel.Error, "The result of a poll of the server '{Server}' could not be reported.")]
    private static partial void LogPollFailed(ILogger logger, string server, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The checkpoints cannot be reached and will be retried. {Failure}")]
    private static partial void LogStoreFailed(ILogger logger, string failure);
}

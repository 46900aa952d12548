using System.Collections.Concurrent;
using LogItems.Export.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export;

/// <summary>Exports what is new on the servers of a fleet, for as long as it runs.</summary>
/// <remarks>
/// Each server is read by one reader at a time. One that fails is tried again after a pause that doubles up to an hour. Servers that failed share a quarter of
/// the places, so that those that hang delay the others by the timeout of one request at most, the first time.
/// </remarks>
public sealed partial class ExportWorker
{
    /// <summary>The category of the log, for filters of the host.</summary>
    public const string LogCategory = "LogItems.Export.ExportWorker";

    /// <summary>A quarter of the places is for servers whose last poll failed.</summary>
    private const int FailingShare = 4;

    /// <summary>How long to wait where no server is due: another worker may give one back, or lose it.</summary>
    private static readonly TimeSpan IdleDelay = TimeSpan.FromSeconds(1);

    private readonly IReadOnlyList<ExportServer> _servers;
    private readonly CheckpointStore _store;
    private readonly ExportOptions _options;
    private readonly ConcurrentDictionary<string, ServerWorker> _workers;
    private readonly ILogger _logger;

    /// <summary>
    /// The servers that are being polled, and whether their last poll failed. One whose lease has expired meanwhile must not be polled twice.
    /// </summary>
    private readonly ConcurrentDictionary<string, bool> _polling = [];

    /// <summary>Creates a worker.</summary>
    /// <param name="servers">The servers, each with its own name.</param>
    /// <param name="store">Where it is stored how far each was exported; not disposed of.</param>
    /// <param name="sink">Where to export to; not disposed of.</param>
    /// <param name="options">The settings; null for the defaults.</param>
    /// <param name="logger">Receives what fails; null for none.</param>
    /// <exception cref="ArgumentException">Two servers have the same name, or a setting is out of its range.</exception>
    public ExportWorker(
        IReadOnlyList<ExportServer> servers, CheckpointStore store, IExportSink sink, ExportOptions? options = null, ILogger? logger = null)
    {
        ArgumentNullException.ThrowIfNull(servers);
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(sink);
        (_servers, _store, _options) = (servers, store, options ?? new ExportOptions());
        _options.ThrowIfInvalid();
        Sink = sink;
        _logger = logger ?? NullLogger.Instance;
        _workers = new(servers.DistinctBy(server => server.Name).ToDictionary(server => server.Name, CreateWorker));
        if (_workers.Count < servers.Count)
        {
            var twice = servers.GroupBy(server => server.Name).First(group => group.Count() > 1).Key;
            throw new ArgumentException(
                $"Two servers have the name '{twice}'. Names are part of the keys of what is exported: give each its own.", nameof(servers));
        }

        ServerWorker CreateWorker(ExportServer server) => new(server, store, sink, _options, _logger);
    }

    /// <summary>Called after each poll, with the name of the server and what was exported, or why nothing was.</summary>
    /// <remarks>Calls can come at the same time.</remarks>
    public event Action<string, PollResult>? Polled;

    /// <summary>Where it exports to.</summary>
    public IExportSink Sink { get; }

    /// <summary>Exports until it is cancelled.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public Task RunAsync(CancellationToken cancellationToken) => RunAsync(polls: null, cancellationToken);

    /// <summary>Polls every server once, but for those that another worker has.</summary>
    /// <returns>The servers that another worker has, or had until its end: they can be taken when its leases have expired.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<IReadOnlyList<string>> RunOnceAsync(CancellationToken cancellationToken = default)
    {
        HashSet<string> polls = [];
        await RunAsync(polls, cancellationToken).ConfigureAwait(false);
        return [.. _servers.Select(server => server.Name).Where(server => !polls.Contains(server))];
    }

    /// <param name="polls">The servers that were polled, where each is to be polled once; else null.</param>
    /// <param name="cancellationToken">Ends the export.</param>
    private async Task RunAsync(HashSet<string>? polls, CancellationToken cancellationToken)
    {
        await Sink.InitializeAsync(cancellationToken).ConfigureAwait(false);
        await _store.InitializeAsync(_servers, areDue: polls is not null, cancellationToken).ConfigureAwait(false);
        using var free = new SemaphoreSlim(_options.MaxConcurrency);
        try
        {
            while (polls is null || polls.Count < _servers.Count)
            {
                await free.WaitAsync(cancellationToken).ConfigureAwait(false);
                var lease = await TryAcquireAsync(isOnce: polls is not null, free, cancellationToken).ConfigureAwait(false);
                if (lease is not null && polls?.Contains(lease.Server) != true
                    && _workers.TryGetValue(lease.Server, out var worker) && HasPlace(worker, isOnce: polls is not null)
                    && _polling.TryAdd(lease.Server, worker.HasFailed))
                {
                    polls?.Add(lease.Server);
                    _ = PollAsync(worker, lease, free, cancellationToken);
                    continue;
                }

                // None is due; or one that is polled already, whose lease has expired, or that is due again; or one that failed, and others hang.
                free.Release();
                if (lease is not null)
                {
                    await GiveBackAsync(lease, cancellationToken).ConfigureAwait(false);
                    if (polls is null)
                    {
                        continue;
                    }
                }

                if (polls is not null)
                {
                    break;
                }

                await Task.Delay(IdleDelay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            // Whoever ends the export may dispose of the store and the sink then.
            for (var worker = 0; worker < _options.MaxConcurrency; worker++)
            {
                await free.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            }

            foreach (var worker in _workers.Values)
            {
                worker.Dispose();
            }
        }
    }

    private bool HasPlace(ServerWorker worker, bool isOnce) =>
        isOnce || !worker.HasFailed || _polling.Values.Count(hasFailed => hasFailed) < Math.Max(1, _options.MaxConcurrency / FailingShare);

    /// <summary>Takes a server; where the store fails, none, so that a database that restarts does not end the export.</summary>
    private async Task<ServerLease?> TryAcquireAsync(bool isOnce, SemaphoreSlim taken, CancellationToken cancellationToken)
    {
        try
        {
            return await _store.TryAcquireAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!isOnce && exception is not OperationCanceledException)
        {
            LogStoreFailed(_logger, exception.Message);
            return null;
        }
        catch
        {
            taken.Release();
            throw;
        }
    }

    private async Task GiveBackAsync(ServerLease lease, CancellationToken cancellationToken)
    {
        try
        {
            await _store.ReleaseAsync(lease, IdleDelay, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            LogStoreFailed(_logger, exception.Message);
        }
    }

    [LoggerMessage(7, LogLevel.Error, "What follows from a poll of the server '{Server}' could not be reported.")]
    private static partial void LogPollFailed(ILogger logger, string server, Exception exception);

    [LoggerMessage(6, LogLevel.Warning, "The checkpoints cannot be reached; they are tried again. {Failure}")]
    private static partial void LogStoreFailed(ILogger logger, string failure);

    private async Task PollAsync(ServerWorker worker, ServerLease lease, SemaphoreSlim free, CancellationToken cancellationToken)
    {
        try
        {
            // What it does before its first wait must not keep the other servers waiting.
            await Task.Yield();
            var result = await worker.PollAsync(lease, cancellationToken).ConfigureAwait(false);
            Polled?.Invoke(lease.Server, result);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // RunAsync reports it.
        }
        catch (Exception exception)
        {
            // A handler of the event, or of the log, has failed.
            LogPollFailed(_logger, lease.Server, exception);
        }
        finally
        {
            _polling.TryRemove(lease.Server, out _);
            free.Release();
        }
    }
}

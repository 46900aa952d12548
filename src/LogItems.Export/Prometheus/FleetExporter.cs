using LogItems.Export.Prometheus;
using LogItems.Export.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export;

/// <summary>Reads the state of a fleet in the background and writes it as metrics for Prometheus.</summary>
/// <remarks>
/// Each server is polled at its own interval, less often after failures. Metrics are written immediately, from the last polls; the README lists them.
/// </remarks>
public sealed class FleetExporter : IDisposable
{
    /// <summary>The category of the exporter's own log.</summary>
    internal const string LogCategory = "LogItems.Export";

    private readonly FleetMetrics _metrics;
    private readonly FleetScheduler _scheduler;
    private readonly Dictionary<string, ServerPoller> _pollers;
    private readonly HashSet<string> _unpolled;
    private readonly TaskCompletionSource _firstRound = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile Task? _polling;

    /// <summary>Creates an exporter; nothing is read yet.</summary>
    /// <param name="fleet">The servers.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public FleetExporter(Fleet fleet, FleetExporterOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(fleet);
        options ??= new();
        options.Validate();
        _metrics = new FleetMetrics(fleet);
        _scheduler = new FleetScheduler(fleet, new ScheduleOptions
        {
            TimeProvider = options.TimeProvider,
            Logger = options.LoggerFactory?.CreateLogger(LogCategory) ?? NullLogger.Instance,
        });
        _pollers = fleet.Servers.ToDictionary(server => server.Name, server => new ServerPoller(server, _metrics, fleet, options));
        _unpolled = [.. _pollers.Keys];
    }

    /// <summary>Gets whether the servers are being polled, regardless of whether they can be reached.</summary>
    public bool IsPolling => _polling is { IsCompleted: false };

    /// <summary>Completes when each server has been polled once, successfully or not.</summary>
    internal Task FirstRound => _firstRound.Task;

    /// <summary>Polls the servers until it is canceled.</summary>
    /// <param name="cancellationToken">Cancels polling.</param>
    /// <exception cref="InvalidOperationException">The servers are already being polled.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (IsPolling)
        {
            throw new InvalidOperationException("The servers are being polled already. Call RunAsync once.");
        }

        _polling = _scheduler.RunAsync(PollAsync, ReachAsync, cancellationToken);
        await _polling.ConfigureAwait(false);
    }

    /// <summary>Writes the metrics in the text format of Prometheus (<c>text/plain; version=0.0.4; charset=utf-8</c>).</summary>
    /// <param name="output">The stream to write to.</param>
    /// <param name="cancellationToken">Cancels the writing.</param>
    public Task WriteMetricsAsync(Stream output, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(output);
        foreach (var (name, poller) in _pollers)
        {
            poller.ReportCircuit(_scheduler.Schedules[name].Circuit != CircuitState.Closed);
        }

        return _metrics.Registry.CollectAndExportAsTextAsync(output, cancellationToken);
    }

    /// <summary>Closes the connections to the servers.</summary>
    public void Dispose()
    {
        foreach (var poller in _pollers.Values)
        {
            poller.Dispose();
        }
    }

    private async Task ReachAsync(FleetServer server, CancellationToken cancellationToken)
    {
        try
        {
            await _pollers[server.Name].ReachAsync(cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            NotePolled(server);
            throw;
        }
    }

    private async Task PollAsync(FleetServer server, CancellationToken cancellationToken)
    {
        try
        {
            await _pollers[server.Name].PollAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            NotePolled(server);
        }
    }

    private void NotePolled(FleetServer server)
    {
        lock (_unpolled)
        {
            if (_unpolled.Remove(server.Name) && _unpolled.Count == 0)
            {
                _firstRound.TrySetResult();
            }
        }
    }
}

using LogItems.Export.Scheduling;
using LogItems.Monitoring;

namespace LogItems.Export.Prometheus;

/// <summary>Reads the state of a server and sets its metrics.</summary>
internal sealed partial class ServerPoller : IDisposable
{
    private readonly FleetServer _server;
    private readonly FleetMetrics _metrics;
    private readonly FleetExporterOptions _options;
    private readonly CheckOptions _check;
    private readonly LogItemsClient _owner;
    private readonly LogItemsClient _client;
    private readonly string[] _labels;
    private readonly SampleSet _jobSamples;
    private readonly SampleSet _versionSample;
    private bool _hasResult;

    public ServerPoller(FleetServer server, FleetMetrics metrics, Fleet fleet, FleetExporterOptions options)
    {
        (_server, _metrics, _options) = (server, metrics, options);
        _check = new CheckOptions { TimeProvider = options.TimeProvider };
        _labels = [server.Name, .. fleet.LabelNames.Select(name => server.Labels.GetValueOrDefault(name, ""))];
        (_jobSamples, _versionSample) = (new SampleSet(_labels), new SampleSet(_labels));
        _owner = server.CreateClient(client =>
        {
            client.LoggerFactory = options.LoggerFactory;
            client.TimeProvider = options.TimeProvider;

            // A server that has longer may take longer for a response, too, with time left to retry.
            client.Timeout = server.Timeout > client.Timeout ? server.Timeout : client.Timeout;
            client.TryTimeout = server.Timeout / 2 > client.TryTimeout ? server.Timeout / 2 : client.TryTimeout;
        });
        var requests = metrics.Requests.WithLabels(_labels);
        _client = _owner.WithOptions(new LogItemsRequestOptions { OnResponse = _ => requests.Inc() });
        metrics.Server.Interval.WithLabels(_labels).Set(server.Interval.TotalSeconds);

        // Counters begin with zero, so that an increase sees the first increment.
        metrics.Polls.WithLabels(_labels);
        foreach (var reason in PollFailureReason.All)
        {
            metrics.PollFailures.WithLabels([.. _labels, reason]);
        }
    }

    /// <summary>Waits until the server has responded, also to a request; a failure is that of a poll.</summary>
    public async Task ReachAsync(CancellationToken cancellationToken)
    {
        try
        {
            await LimitAsync(RespondAsync, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            _metrics.Polls.WithLabels(_labels).Inc();
            throw;
        }
    }

    /// <summary>Polls the server. If it fails, the metrics of its jobs remain unchanged.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var started = _options.TimeProvider.GetTimestamp();
        _metrics.Polls.WithLabels(_labels).Inc();
        try
        {
            await LimitAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
            _metrics.Server.LastPoll.WithLabels(_labels).Set(Seconds(_options.TimeProvider.GetUtcNow()));
            SetUp(true);
        }
        finally
        {
            _metrics.Server.PollDuration.WithLabels(_labels).Set(_options.TimeProvider.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Reports whether the server is polled rarely.</summary>
    public void ReportCircuit(bool isOpen) => _metrics.Server.CircuitOpen.WithLabels(_labels).Set(isOpen ? 1 : 0);

    public void Dispose() => _owner.Dispose();

    private async Task LimitAsync(Func<CancellationToken, Task> workAsync, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(_server.Timeout, _options.TimeProvider);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var work = workAsync(limited.Token);
            await ReportHangingAsync(work).ConfigureAwait(false);
            await work.ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReportFailure(exception);
            throw new TimeoutException($"{_server.Address} was not read within {_server.Timeout}.", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReportFailure(exception);
            throw;
        }
    }

    /// <summary>Reports a server that has never been read, and that hangs, before the timeout of its poll.</summary>
    private async Task ReportHangingAsync(Task work)
    {
        if (_hasResult)
        {
            return;
        }

        await work.WaitAsync(PollSlots.YieldAfter, _options.TimeProvider, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!work.IsCompleted)
        {
            SetUp(false);
        }
    }

    private void ReportFailure(Exception exception)
    {
        SetUp(false);
        _metrics.PollFailures.WithLabels([.. _labels, PollFailureReason.Of(exception)]).Inc();
    }

    private void SetUp(bool isUp)
    {
        _hasResult = true;
        _metrics.Server.Up.WithLabels(_labels).Set(isUp ? 1 : 0);
    }
}

using LogItems.Monitoring;

namespace LogItems.Export.Prometheus;

/// <summary>Reads the state of a server and sets its metrics.</summary>
internal sealed class ServerPoller : IDisposable
{
    /// <summary>A certificate is replaced rarely, and each look at it costs a connection.</summary>
    private static readonly TimeSpan CertificateInterval = TimeSpan.FromHours(1);

    private readonly FleetServer _server;
    private readonly FleetMetrics _metrics;
    private readonly FleetExporterOptions _options;
    private readonly CheckOptions _check;
    private readonly LogItemsClient _owner;
    private readonly LogItemsClient _client;
    private readonly string[] _labels;
    private readonly SampleSet _jobSamples;
    private readonly SampleSet _versionSample;
    private readonly Dictionary<Guid, (Guid Session, IReadOnlyDictionary<LogItemLevel, long> Levels)> _levels = [];
    private IReadOnlyList<JobRuns>? _runs;
    private DateTimeOffset? _certificateReadAt;

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
        });
        var requests = metrics.Requests.WithLabels(_labels);
        _client = _owner.WithOptions(new LogItemsRequestOptions { OnResponse = _ => requests.Inc() });
        metrics.Polls.WithLabels(_labels);
    }

    /// <summary>Polls the server. When it fails, the metrics of its jobs stay as they were.</summary>
    public async Task PollAsync(CancellationToken cancellationToken)
    {
        var started = _options.TimeProvider.GetTimestamp();
        using var timeout = new CancellationTokenSource(_options.PollTimeout, _options.TimeProvider);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        _metrics.Polls.WithLabels(_labels).Inc();
        try
        {
            await ReadAsync(limited.Token).ConfigureAwait(false);
            _metrics.Server.LastPoll.WithLabels(_labels).Set(Seconds(_options.TimeProvider.GetUtcNow()));
            _metrics.Server.Up.WithLabels(_labels).Set(1);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReportFailure(exception);
            throw new TimeoutException($"{_server.Address} did not respond within {_options.PollTimeout}.", exception);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            ReportFailure(exception);
            throw;
        }
        finally
        {
            _metrics.Server.PollDuration.WithLabels(_labels).Set(_options.TimeProvider.GetElapsedTime(started).TotalSeconds);
        }
    }

    /// <summary>Reports whether the server is polled rarely.</summary>
    public void ReportCircuit(bool isOpen) => _metrics.Server.CircuitOpen.WithLabels(_labels).Set(isOpen ? 1 : 0);

    public void Dispose() => _owner.Dispose();

    private void ReportFailure(Exception exception)
    {
        _metrics.Server.Up.WithLabels(_labels).Set(0);
        _metrics.PollFailures.WithLabels([.. _labels, PollFailureReason.Of(exception)]).Inc();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        await ReadCertificateAsync(cancellationToken).ConfigureAwait(false);
        _runs = _runs is null
            ? await JobRuns.ReadAsync(_client, _check, cancellationToken).ConfigureAwait(false)
            : await JobRuns.UpdateAsync(_client, _runs, _check, cancellationToken).ConfigureAwait(false);
        var shown = _runs.Take(_options.MaxJobsPerServer).ToList();
        await CountItemsAsync(shown, cancellationToken).ConfigureAwait(false);

        _metrics.Server.Jobs.WithLabels(_labels).Set(_runs.Count);
        _metrics.Server.JobsOmitted.WithLabels(_labels).Set(_runs.Count - shown.Count);
        _versionSample.Set(_metrics.Server.Version, 1, (await _client.GetVersionAsync(cancellationToken).ConfigureAwait(false)).ToPathSegment());
        _versionSample.Publish();
        foreach (var job in shown)
        {
            JobSamples.Set(_jobSamples, _metrics.Job, job, _levels.GetValueOrDefault(job.JobId).Levels);
        }

        _jobSamples.Publish();
    }

    private async Task ReadCertificateAsync(CancellationToken cancellationToken)
    {
        var now = _options.TimeProvider.GetUtcNow();
        if (_server.Address.Scheme == Uri.UriSchemeHttps && !(now - _certificateReadAt < CertificateInterval))
        {
            var certificate = await _server.GetCertificateAsync(_options.TimeProvider, cancellationToken).ConfigureAwait(false);
            _metrics.Server.CertificateExpiry.WithLabels(_labels).Set(Seconds(certificate.NotAfter));
            _certificateReadAt = now;
        }
    }

    /// <summary>Counts the items of runs that ended since the last poll.</summary>
    private async Task CountItemsAsync(List<JobRuns> jobs, CancellationToken cancellationToken)
    {
        foreach (var gone in _levels.Keys.Except(jobs.Select(job => job.JobId)).ToList())
        {
            _levels.Remove(gone);
        }

        foreach (var job in jobs)
        {
            if (job.Last is { Id: var session } && _levels.GetValueOrDefault(job.JobId).Session != session)
            {
                _levels[job.JobId] = (session, await SessionLevels.CountAsync(_client, session, cancellationToken).ConfigureAwait(false));
            }
        }
    }

    private static double Seconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;
}

using LogItems.Monitoring;

namespace LogItems.Export.Prometheus;

internal sealed partial class ServerPoller
{
    /// <summary>A certificate is replaced rarely, and each check costs a connection.</summary>
    private static readonly TimeSpan CertificateInterval = TimeSpan.FromHours(1);

    private readonly Dictionary<Guid, (Guid Session, IReadOnlyDictionary<LogItemLevel, long> Levels)> _levels = [];
    private IReadOnlyList<JobRuns>? _runs;
    private DateTimeOffset? _certificateReadAt;

    /// <summary>Gets whether connections to the server are direct: a proxy hides the certificate.</summary>
    private bool IsDirect => _server.Address.IsLoopback || HttpClient.DefaultProxy.GetProxy(_server.Address) is null;

    /// <summary>Signs in and reads what is small. The certificate comes first: it is known then, too, if it is not trusted.</summary>
    private async Task RespondAsync(CancellationToken cancellationToken)
    {
        await ReadCertificateAsync(cancellationToken).ConfigureAwait(false);
        await _client.GetJobsAsync(cancellationToken).CountAsync(cancellationToken).ConfigureAwait(false);
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
        if (_server.Address.Scheme == Uri.UriSchemeHttps && IsDirect && !(now - _certificateReadAt < CertificateInterval))
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

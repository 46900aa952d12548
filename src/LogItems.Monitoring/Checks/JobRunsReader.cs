using System.Net;

namespace LogItems.Monitoring.Checks;

/// <summary>Reads the last runs of jobs.</summary>
internal sealed class JobRunsReader(ILogItemsClient client, CheckOptions options)
{
    /// <summary>Most jobs run daily or weekly; the sessions of others are requested by job.</summary>
    private static readonly TimeSpan MinWindow = TimeSpan.FromDays(8);

    /// <summary>A session may be listed some time after it ended.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    public async Task<IReadOnlyList<JobRuns>> ReadAsync(CancellationToken cancellationToken)
    {
        var jobs = await JobsAsync(cancellationToken).ConfigureAwait(false);
        var sessions = await ListAsync(options.TimeProvider.GetUtcNow() - Window, cancellationToken).ConfigureAwait(false);
        return await ConcurrentReader.ReadAsync(jobs, ReadJobAsync, cancellationToken).ConfigureAwait(false);

        Task<JobRuns> ReadJobAsync((Guid Id, string Name) job, CancellationToken token)
        {
            var own = JobRuns.Of(job.Id, job.Name, sessions[job.Id]);
            return own.Last is null || own.LastSuccess is null ? ReadAsync(job.Id, job.Name, token) : Task.FromResult(own);
        }
    }

    public async Task<IReadOnlyList<JobRuns>> UpdateAsync(IReadOnlyList<JobRuns> known, CancellationToken cancellationToken)
    {
        var jobs = await JobsAsync(cancellationToken).ConfigureAwait(false);

        // The server's clock if it is known, because it may differ from this machine's. A time in the future would hide all runs until then.
        var now = options.TimeProvider.GetUtcNow();
        var since = known.Max(run => run.Last?.EndedAt is { } end && end <= now ? end : (DateTimeOffset?)null) - Overlap ?? now - Window;
        var sessions = await ListAsync(since, cancellationToken).ConfigureAwait(false);
        var before = known.ToDictionary(run => run.JobId);
        var runs = new List<JobRuns>();
        foreach (var (id, name) in jobs)
        {
            runs.Add(before.TryGetValue(id, out var own)
                ? await UpdateAsync(own, name, [.. sessions[id]], cancellationToken).ConfigureAwait(false)
                : await ReadAsync(id, name, cancellationToken).ConfigureAwait(false));
        }

        return runs;
    }

    private TimeSpan Window => options.MaxAge is { } age && age * 2 > MinWindow ? age * 2 : MinWindow;

    private async Task<JobRuns> UpdateAsync(JobRuns own, string name, List<JobSession> sessions, CancellationToken cancellationToken)
    {
        // A run that is no longer in progress ended before the requested span, or was deleted.
        if (own.Running is { } running && !sessions.Exists(session => session.Id == running.Id)
            && await FindAsync(running.Id, cancellationToken).ConfigureAwait(false) is { } ended)
        {
            sessions.Add(ended);
        }

        // A session that is listed again may have changed.
        var before = new[] { own.Last, own.LastSuccess }.OfType<JobSession>()
            .Where(run => run.Id == Guid.Empty || !sessions.Exists(session => session.Id == run.Id));
        return JobRuns.Of(own.JobId, name, before.Concat(sessions));
    }

    private async Task<JobRuns> ReadAsync(Guid id, string name, CancellationToken cancellationToken) => JobRuns.Of(
        id,
        name,
        await client.GetJobSessionsAsync(new JobSessionFilter { JobId = id }, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false));

    private async Task<JobSession?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetJobSessionAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (LogItemsApiException exception) when (exception.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<IReadOnlyList<(Guid Id, string Name)>> JobsAsync(CancellationToken cancellationToken)
    {
        var jobs = new List<(Guid Id, string Name)>();
        await foreach (var job in client.GetJobsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (job.Id is { } id && (options.JobId is { } only ? id == only : job.IsEnabled != false))
            {
                jobs.Add((id, job.Name ?? id.ToString()));
            }
        }

        if (jobs.Count == 0 && options.JobId is { } missing)
        {
            return [(missing, missing.ToString())];
        }

        // The labels of performance data must be unique.
        return [.. JobNames.Distinguish(jobs).OrderBy(job => job.Name, StringComparer.Ordinal)];
    }

    private async Task<ILookup<Guid?, JobSession>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        // No margin is needed: a session that began earlier is the last or the running one of its job, which is requested separately.
        var filter = new JobSessionFilter { JobId = options.JobId, Since = since, SinceMargin = TimeSpan.Zero };
        var sessions = await client.GetJobSessionsAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        return sessions.ToLookup(session => session.GetJobId() ?? options.JobId);
    }
}

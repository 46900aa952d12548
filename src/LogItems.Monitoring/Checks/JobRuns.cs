namespace LogItems.Monitoring.Checks;

/// <summary>The runs of a job that a check needs.</summary>
/// <param name="Name">The name of the job, or its identifier.</param>
/// <param name="Last">The finished run that started last; null if there is none.</param>
/// <param name="Good">The run that succeeded and ended last; null if there is none.</param>
/// <param name="Running">The run in progress; null if there is none.</param>
internal sealed record JobRuns(string Name, JobSession? Last, JobSession? Good, JobSession? Running)
{
    /// <summary>Most jobs run daily or weekly; the sessions of others are asked for by job.</summary>
    private static readonly TimeSpan MinWindow = TimeSpan.FromDays(8);

    /// <summary>The runs of the job, or of all enabled jobs by name.</summary>
    public static async Task<IReadOnlyList<JobRuns>> ReadAsync(ILogItemsClient client, CheckOptions options, CancellationToken cancellationToken)
    {
        var jobs = await JobsAsync(client, options, cancellationToken).ConfigureAwait(false);
        var window = options.MaxAge is { } age && age * 2 > MinWindow ? age * 2 : MinWindow;
        var filter = new JobSessionFilter { JobId = options.JobId, Since = options.TimeProvider.GetUtcNow() - window };
        var sessions = (await ListAsync(client, filter, cancellationToken).ConfigureAwait(false)).ToLookup(session => session.GetJobId() ?? options.JobId);
        var runs = new List<JobRuns>();
        foreach (var (id, name) in jobs)
        {
            var own = Of(name, sessions[id]);
            runs.Add(own.Last is null || own.Good is null
                ? Of(name, await ListAsync(client, new JobSessionFilter { JobId = id }, cancellationToken).ConfigureAwait(false))
                : own);
        }

        return runs;
    }

    private static async Task<IReadOnlyList<(Guid Id, string Name)>> JobsAsync(
        ILogItemsClient client,
        CheckOptions options,
        CancellationToken cancellationToken)
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

        // Labels of performance data have to differ.
        var shared = jobs.CountBy(job => job.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        return [.. jobs.Select(job => shared.Contains(job.Name) ? (job.Id, $"{job.Name} ({job.Id.ToString()[..8]})") : job)
            .OrderBy(job => job.Item2, StringComparer.Ordinal)];
    }

    private static async Task<List<JobSession>> ListAsync(ILogItemsClient client, JobSessionFilter filter, CancellationToken cancellationToken) =>
        await client.GetJobSessionsAsync(filter, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);

    private static JobRuns Of(string name, IEnumerable<JobSession> sessions)
    {
        var (last, good, running) = ((JobSession?)null, (JobSession?)null, (JobSession?)null);
        foreach (var session in sessions)
        {
            if (session.EndedAt is null)
            {
                running = running is null || session.StartedAt > running.StartedAt ? session : running;
                continue;
            }

            last = last is null || session.StartedAt > last.StartedAt ? session : last;
            if (session.Status is JobSessionStatus.Success or JobSessionStatus.Warning)
            {
                good = good is null || session.EndedAt > good.EndedAt ? session : good;
            }
        }

        return new(name, last, good, running);
    }
}

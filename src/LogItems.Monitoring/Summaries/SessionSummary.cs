using LogItems.Monitoring.Summaries;

namespace LogItems.Monitoring;

/// <summary>The summary of a session.</summary>
public sealed record SessionSummary
{
    /// <summary>The session, with its status and statistics.</summary>
    public required JobSession Session { get; init; }

    /// <summary>The name of the job, or its identifier if the name is unknown; null if both are unknown.</summary>
    public string? JobName { get; init; }

    /// <summary>The duration; for a running session, the time since its start; null if no start was sent.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The number of items of each level that occurs.</summary>
    public required IReadOnlyDictionary<LogItemLevel, long> Levels { get; init; }

    /// <summary>The items with an object that took longest, slowest first; a running one counts until now.</summary>
    public required IReadOnlyList<LogItem> Slowest { get; init; }

    /// <summary>
    /// The periods in which no item was in progress, in order. Items without an object that take nine tenths of the session or more do not count.
    /// </summary>
    public required IReadOnlyList<IdleTime> Idle { get; init; }

    /// <summary>The medians of earlier runs of the same job; null if there are none, or if the job is unknown.</summary>
    public SessionMedian? Median { get; init; }

    /// <summary>Reads a session with its items, and the earlier runs of its job.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="sessionId">The session.</param>
    /// <param name="options">The options of the summary; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error; 404 if the session does not exist.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<SessionSummary> ReadAsync(
        ILogItemsClient client, Guid sessionId, SessionSummaryOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        options ??= new();
        options.Validate();
        var session = await client.GetJobSessionAsync(sessionId, cancellationToken).ConfigureAwait(false);
        var now = options.TimeProvider.GetUtcNow();
        var collector = new SummaryCollector(session, now, options.Slowest);
        await foreach (var item in client.GetLogItemsAsync(sessionId, cancellationToken: cancellationToken).ConfigureAwait(false))
        {
            collector.Add(item);
        }

        var names = await JobNames.ReadAsync(client, cancellationToken).ConfigureAwait(false);
        return new SessionSummary
        {
            Session = session,
            JobName = names.Of(session),
            Duration = session.StartedAt is { } start ? (session.EndedAt ?? now) - start : null,
            Levels = collector.Levels,
            Slowest = collector.Slowest(),
            Idle = collector.Idle(),
            Median = options.Runs > 0 ? await ReadMedianAsync(client, session, options.Runs, cancellationToken).ConfigureAwait(false) : null,
        };
    }

    /// <summary>Finds the session that started last.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="jobId">Only sessions of this job; null for all.</param>
    /// <param name="timeProvider">The clock; null for that of the system.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <returns>The session; null if no session matches.</returns>
    /// <exception cref="LogItemsApiException">The API returned an error.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<JobSession?> FindLatestAsync(
        ILogItemsClient client, Guid? jobId = null, TimeProvider? timeProvider = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);

        // Versions before v8 guarantee no order, and most servers have a session from the last few days.
        var recent = (timeProvider ?? TimeProvider.System).GetUtcNow().AddDays(-7);
        return await LatestAsync(client, new JobSessionFilter { JobId = jobId, Since = recent }, cancellationToken).ConfigureAwait(false)
            ?? await LatestAsync(client, new JobSessionFilter { JobId = jobId }, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<JobSession?> LatestAsync(ILogItemsClient client, JobSessionFilter filter, CancellationToken cancellationToken)
    {
        JobSession? latest = null;
        await foreach (var session in client.GetJobSessionsAsync(filter, cancellationToken).ConfigureAwait(false))
        {
            latest = latest is null || session.StartedAt > latest.StartedAt ? session : latest;
        }

        return latest;
    }

    private static async Task<SessionMedian?> ReadMedianAsync(ILogItemsClient client, JobSession session, int runs, CancellationToken cancellationToken)
    {
        if (session.GetJobId() is not { } job || session.StartedAt is not { } start)
        {
            return null;
        }

        var filter = new JobSessionFilter { JobId = job, Until = start, Statuses = [JobSessionStatus.Success, JobSessionStatus.Warning] };
        var earlier = await client.GetJobSessionsAsync(filter, cancellationToken)
            .Where(run => run.Id != session.Id)
            .OrderByDescending(run => run.StartedAt)
            .Take(runs)
            .ToListAsync(cancellationToken)
            .ConfigureAwait(false);
        return earlier.Count > 0 ? SessionMedian.Of(earlier) : null;
    }
}

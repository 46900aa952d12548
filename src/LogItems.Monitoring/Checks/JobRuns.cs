using LogItems.Monitoring.Checks;

namespace LogItems.Monitoring;

/// <summary>The last runs of a job.</summary>
public sealed record JobRuns
{
    /// <summary>The job.</summary>
    public required Guid JobId { get; init; }

    /// <summary>The name of the job, unique on its server: a name that several jobs share is followed by the beginning of the identifier.</summary>
    public required string Name { get; init; }

    /// <summary>The finished run that started last; null if no run has finished.</summary>
    public JobSession? Last { get; init; }

    /// <summary>The successful run (a warning counts as success) that ended last; null if no run succeeded.</summary>
    public JobSession? LastSuccess { get; init; }

    /// <summary>The run in progress; null if there is none.</summary>
    public JobSession? Running { get; init; }

    /// <summary>Reads the last runs of a job, or of all enabled jobs.</summary>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The job and the clock; the alert conditions have no effect.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The runs, by the names of the jobs.</returns>
    /// <exception cref="LogItemsApiException">The API returned an error.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static Task<IReadOnlyList<JobRuns>> ReadAsync(ILogItemsClient client, CheckOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        return new JobRunsReader(client, options).ReadAsync(cancellationToken);
    }

    /// <summary>Reads the changes since the last runs were read: the jobs, sessions that ended since then, and those in progress.</summary>
    /// <remarks>A server before API v6 sends all sessions, and the client filters them.</remarks>
    /// <param name="client">The client of the server.</param>
    /// <param name="known">The previously read runs.</param>
    /// <param name="options">The job and the clock; the alert conditions have no effect.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <returns>The runs, by the names of the jobs.</returns>
    /// <exception cref="LogItemsApiException">The API returned an error.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static Task<IReadOnlyList<JobRuns>> UpdateAsync(
        ILogItemsClient client, IReadOnlyList<JobRuns> known, CheckOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(options);
        return new JobRunsReader(client, options).UpdateAsync(known, cancellationToken);
    }

    internal static JobRuns Of(Guid id, string name, IEnumerable<JobSession> sessions)
    {
        var (last, success, running) = ((JobSession?)null, (JobSession?)null, (JobSession?)null);
        foreach (var session in sessions)
        {
            if (session.IsRunning)
            {
                running = running is null || session.StartedAt > running.StartedAt ? session : running;
                continue;
            }

            last = last is null || session.StartedAt > last.StartedAt ? session : last;
            if (session.Status is JobSessionStatus.Success or JobSessionStatus.Warning)
            {
                success = success is null || session.GetEnd() > success.GetEnd() ? session : success;
            }
        }

        return new JobRuns { JobId = id, Name = name, Last = last, LastSuccess = success, Running = running };
    }
}

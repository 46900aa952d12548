namespace LogItems.Monitoring;

/// <summary>The names of a server's jobs.</summary>
public sealed class JobNames
{
    private readonly Dictionary<Guid, string> _names = [];

    private JobNames()
    {
    }

    /// <summary>Reads the names; a user without permission to read jobs gets their identifiers.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async Task<JobNames> ReadAsync(ILogItemsClient client, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var names = new JobNames();
        try
        {
            await foreach (var job in client.GetJobsAsync(cancellationToken).ConfigureAwait(false))
            {
                if (job is { Id: { } id, Name: { Length: > 0 } name })
                {
                    names._names[id] = name;
                }
            }
        }
        catch (LogItemsApiException)
        {
            // Sessions can be read without jobs.
        }

        return names;
    }

    /// <summary>The name of a session's job, or else the identifier of the job; null if neither is known.</summary>
    /// <param name="session">The session.</param>
    public string? Of(JobSession session) => session.GetJobId() is { } id ? _names.GetValueOrDefault(id) ?? id.ToString() : null;
}

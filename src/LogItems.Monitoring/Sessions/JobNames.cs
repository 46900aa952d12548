namespace LogItems.Monitoring.Sessions;

/// <summary>The names of a server's jobs.</summary>
internal sealed class JobNames
{
    private readonly Dictionary<Guid, string> _names = [];

    private JobNames()
    {
    }

    /// <summary>Reads the names; a user without permission to read jobs gets their identifiers.</summary>
    public static async Task<JobNames> ReadAsync(ILogItemsClient client, CancellationToken cancellationToken)
    {
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
    public string? Of(JobSession session) => session.GetJobId() is { } id ? _names.GetValueOrDefault(id) ?? id.ToString() : null;
}

using System.Net;

namespace LogItems.Monitoring;

/// <summary>The names of a server's jobs.</summary>
public sealed class JobNames
{
    private readonly Dictionary<Guid, string> _names = [];
    private readonly Dictionary<Guid, string> _labels = [];

    private JobNames()
    {
    }

    /// <summary>Reads the names; a user without permission to read jobs gets their identifiers.</summary>
    /// <param name="client">The client.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="LogItemsApiException">The API returned an error, other than 401, 403 or 404.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
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
        catch (LogItemsApiException exception)
            when (exception.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            // Sessions can be read without jobs. A transient error is thrown, because names determine which failures a waiver ignores.
        }

        foreach (var (id, label) in Distinguish([.. names._names.Select(job => (job.Key, job.Value))]))
        {
            names._labels[id] = label;
        }

        return names;
    }

    /// <summary>The name of a session's job, or else the identifier of the job; null if both are unknown.</summary>
    /// <param name="session">The session.</param>
    public string? Of(JobSession session) => session.GetJobId() is { } id ? _names.GetValueOrDefault(id) ?? id.ToString() : null;

    /// <summary>The name of a session's job, unique on the server; null if the job is unknown.</summary>
    internal string? LabelOf(JobSession session) => session.GetJobId() is { } id ? _labels.GetValueOrDefault(id) ?? id.ToString() : null;

    /// <summary>Makes names unique: jobs of different organizations can have the same one, which is then followed by the beginning of the identifier.</summary>
    internal static IEnumerable<(Guid Id, string Name)> Distinguish(IReadOnlyCollection<(Guid Id, string Name)> jobs)
    {
        var shared = jobs.CountBy(job => job.Name).Where(name => name.Value > 1).Select(name => name.Key).ToHashSet();
        return jobs.Select(job => shared.Contains(job.Name) ? (job.Id, $"{job.Name} ({job.Id.ToString()[..8]})") : job);
    }
}

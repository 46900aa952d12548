using System.Runtime.CompilerServices;
using LogItems.Cli.Hosting;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary>The names of a server's jobs by ID.</summary>
internal sealed class JobNames
{
    private readonly Dictionary<Guid, string?> _names = [];

    /// <summary>The name of a session's job; null if it is unknown.</summary>
    public string? Of(JobSession session) => session.GetJobId() is { } id ? _names.GetValueOrDefault(id) : null;

    /// <summary>Reads the names when the first session arrives; a user without permission to read jobs gets sessions without job names.</summary>
    public async IAsyncEnumerable<JobSession> LoadForAsync(
        IAsyncEnumerable<JobSession> sessions, LogItemsClient client, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var isFirst = true;
        await foreach (var session in sessions.WithCancellation(cancellationToken))
        {
            if (isFirst)
            {
                isFirst = false;
                await LoadAsync(client, cancellationToken);
            }

            yield return session;
        }
    }

    /// <summary>Finds the ID of the job with this name (case-insensitive) or ID.</summary>
    /// <exception cref="UsageException">The job does not exist, or there is more than one.</exception>
    public static async Task<Guid> FindAsync(string nameOrId, LogItemsClient client, CancellationToken cancellationToken)
    {
        return await TryFindAsync(nameOrId, client, cancellationToken)
            ?? throw new UsageException($"No job is named '{nameOrId}'. Run logitems jobs to list the jobs.");
    }

    /// <summary>Finds the ID of the job with this name (case-insensitive) or ID; null if no job has the name.</summary>
    /// <exception cref="UsageException">There is more than one.</exception>
    public static async Task<Guid?> TryFindAsync(string nameOrId, LogItemsClient client, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(nameOrId, out var id))
        {
            return id;
        }

        var found = new List<Guid>();
        await foreach (var job in client.GetJobsAsync(cancellationToken))
        {
            if (job.Id is { } jobId && string.Equals(job.Name, nameOrId, StringComparison.OrdinalIgnoreCase))
            {
                found.Add(jobId);
            }
        }

        return found switch
        {
            [] => null,
            [var only] => only,
            _ => throw new UsageException($"{found.Count} jobs are named '{nameOrId}'. Specify the ID of one of them: {string.Join(" or ", found)}."),
        };
    }

    private async Task LoadAsync(LogItemsClient client, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var job in client.GetJobsAsync(cancellationToken))
            {
                if (job.Id is { } id)
                {
                    _names[id] = job.Name;
                }
            }
        }
        catch (LogItemsApiException)
        {
            // The sessions are shown without job names.
        }
    }
}

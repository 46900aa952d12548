using LogItems.Cli.Hosting;
using LogItems.Export;
using LogItems.Export.Scheduling;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary>Reads the failures of the servers of a fleet; a server that cannot be read does not hide the others.</summary>
internal sealed class FleetFailures
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, FailureReport> _reports = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _failures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FailureProgress> _progress = [];

    private FleetFailures()
    {
    }

    /// <summary>The servers that could not be read, in order, each with the reason.</summary>
    public IReadOnlyList<string> Failures => [.. _failures.Select(failure => $"{failure.Key} could not be read: {failure.Value}")];

    /// <summary>The number of servers that were read.</summary>
    public int Servers => _reports.Count;

    /// <summary>The report of the servers that were read; null if there are none.</summary>
    public FailureReport? Report => _reports.Count == 0 ? null : FailureReport.Combine([.. _reports.Select(report => (report.Key, report.Value))]);

    /// <param name="fleet">The servers.</param>
    /// <param name="configure">Sets the options of the client of a server.</param>
    /// <param name="options">The options of each report; the progress is that of all servers together.</param>
    /// <param name="job">The name or ID of the only job to read, on the servers that have it; null for all jobs.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<FleetFailures> ReadAsync(
        Fleet fleet, Action<FleetServer, LogItemsClientOptions> configure, FailureReportOptions options, string? job, CancellationToken cancellationToken)
    {
        var failures = new FleetFailures();
        using var reaching = PollSlots.ForReaching(options.TimeProvider);
        using var reading = new SemaphoreSlim(fleet.MaxConcurrency);
        await Task.WhenAll(fleet.Servers.Select(ReadServerAsync));
        return failures._reports.Count + failures._failures.Count == 0
            ? throw new UsageException($"No server has a job named '{job}'. Run logitems jobs to list the jobs of a server.")
            : failures;

        async Task ReadServerAsync(FleetServer server)
        {
            try
            {
                using var client = server.CreateClient(client => configure(server, client));

                // A server that does not respond must not delay those that do.
                using (var slot = await reaching.TakeAsync(cancellationToken))
                {
                    await slot.RunAsync(() => client.GetJobSessionsPageAsync(cancellationToken: cancellationToken));
                }

                await reading.WaitAsync(cancellationToken);
                try
                {
                    await failures.ReadAsync(server.Name, client, options, job, cancellationToken);
                }
                finally
                {
                    reading.Release();
                }
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested && exception is not (ArgumentException or OutOfMemoryException))
            {
                lock (failures._gate)
                {
                    failures._failures[server.Name] = exception.Message;
                }
            }
        }
    }

    private async Task ReadAsync(string server, LogItemsClient client, FailureReportOptions options, string? job, CancellationToken cancellationToken)
    {
        var jobId = job is null ? null : await JobNames.TryFindAsync(job, client, cancellationToken);
        if (job is not null && jobId is null)
        {
            return;
        }

        var report = await FailureReport.ReadAsync(
            client, options with { JobId = jobId, OnProgress = progress => AddProgress(server, progress, options.OnProgress) }, cancellationToken);
        lock (_gate)
        {
            _reports[server] = report;
        }
    }

    private void AddProgress(string server, FailureProgress progress, Action<FailureProgress>? onProgress)
    {
        lock (_gate)
        {
            _progress[server] = progress;
            onProgress?.Invoke(new FailureProgress(
                _progress.Values.Sum(one => one.Sessions), _progress.Values.Sum(one => one.TotalSessions), _progress.Values.Sum(one => one.Failures)));
        }
    }
}

using System.Globalization;
using LogItems.Monitoring.Sessions;

namespace LogItems.Monitoring.Checks;

/// <summary>Checks the last runs of a job.</summary>
internal static class JobCheck
{
    private static readonly LogItemLevel[] Failures = [LogItemLevel.Warning, LogItemLevel.Error];

    /// <param name="client">The client of the server.</param>
    /// <param name="job">The job.</param>
    /// <param name="options">The conditions that raise an alert.</param>
    /// <param name="isOnly">Whether it is the only job, so that labels need no name.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<CheckFinding> RunAsync(ILogItemsClient client, JobRuns job, CheckOptions options, bool isOnly, CancellationToken cancellationToken)
    {
        var now = options.TimeProvider.GetUtcNow();
        if (job.Last is not { } last)
        {
            return job.Running is { StartedAt: { } started } && !(now - started > options.MaxAge)
                ? new CheckFinding(job.Name, CheckState.Ok, $"first run in progress for {PluginText.Duration(now - started)}", [])
                : new CheckFinding(job.Name, CheckState.Critical, job.Running is null ? "has never run" : "has never finished a run", []);
        }

        var failures = await CountAsync(client, last, options, cancellationToken).ConfigureAwait(false);
        var age = job.LastSuccess is { } good ? now - good.GetEnd() : null;
        var (state, reason) = Evaluate(last, failures, options);
        var time = now - last.GetEnd() is { } ended ? $"{PluginText.Duration(ended)} ago" : "at an unknown time";
        var texts = new List<string>
        {
            failures is { } number
                ? string.Create(CultureInfo.InvariantCulture, $"{reason} {time}, {number} {(number == 1 ? "failure" : "failures")}")
                : $"{reason} {time}, failures unknown because the session was deleted",
        };
        if (options.MaxAge is { } max && !(age <= max))
        {
            state = CheckState.Critical;
            texts.Insert(0, $"no successful run {(age is { } known ? $"for {PluginText.Duration(known)}" : "at all")} (at most {PluginText.Duration(max)})");
        }

        if (job.Running?.StartedAt is { } start)
        {
            texts.Add($"running for {PluginText.Duration(now - start)}");
        }

        return new CheckFinding(job.Name, state, string.Join(", ", texts), [.. Values(job, age, failures, options, isOnly)]);
    }

    /// <summary>
    /// Counts the failures of a run; null if it was deleted since it was listed. Items of unknown levels require additional requests, which a successful run
    /// is not worth unless the number matters.
    /// </summary>
    private static async Task<long?> CountAsync(ILogItemsClient client, JobSession run, CheckOptions options, CancellationToken cancellationToken)
    {
        var findsUnknown = options.Warning is not null || options.Critical is not null || run.Status != JobSessionStatus.Success;
        try
        {
            var failures = SessionItems.ReadAsync(client, run.Id, Failures, findsUnknown, cancellationToken);
            return await failures.LongCountAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LogItemsApiException exception) when (exception.Kind == LogItemsApiErrorKind.NotFound)
        {
            return null;
        }
    }

    /// <summary>Evaluates the status of a run and its failures. If these are known, a range for warnings replaces the status Warning.</summary>
    private static (CheckState State, string Reason) Evaluate(JobSession last, long? failures, CheckOptions options)
    {
        var byStatus = last.Status switch
        {
            JobSessionStatus.Success => (CheckState.Ok, "succeeded"),
            JobSessionStatus.Warning => (options.Warning is null || failures is null ? CheckState.Warning : CheckState.Ok, "ended with a warning"),
            JobSessionStatus.Failed when last.JobWillBeRetried == true => (CheckState.Warning, "failed and will be retried,"),
            JobSessionStatus.Failed or JobSessionStatus.Disconnected => (CheckState.Critical, "failed"),
            JobSessionStatus.Stopped => (CheckState.Warning, "was stopped"),
            _ => (CheckState.Unknown, $"ended with the status {last.StatusText ?? "Unknown"}"),
        };
        var byFailures = IsAlert(options.Critical) ? CheckState.Critical : IsAlert(options.Warning) ? CheckState.Warning : CheckState.Ok;
        return byStatus.Item1 == CheckState.Unknown && byFailures != CheckState.Critical ? byStatus
            : (byFailures > byStatus.Item1 || byFailures == CheckState.Critical ? byFailures : byStatus.Item1, byStatus.Item2);

        bool IsAlert(CheckRange? range) => failures is { } number && range?.IsAlert(number) == true;
    }

    private static IEnumerable<PerformanceValue> Values(JobRuns job, TimeSpan? age, long? failures, CheckOptions options, bool isOnly)
    {
        var prefix = isOnly ? "" : $"{job.Name} ";
        if (age is { } known)
        {
            var limit = options.MaxAge is { } max ? ((long)max.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null;
            yield return new PerformanceValue($"{prefix}age", Math.Max(0, (long)known.TotalSeconds), "s", null, limit);
        }

        if (failures is { } number)
        {
            yield return new PerformanceValue($"{prefix}failures", number, "", options.Warning?.Text, options.Critical?.Text);
        }

        if (job.Last?.Duration is { } duration)
        {
            yield return new PerformanceValue($"{prefix}duration", (long)duration.TotalSeconds, "s", null, null);
        }

        if (job.Last?.Statistics?.TransferredBytes is { } bytes)
        {
            yield return new PerformanceValue($"{prefix}transferred", bytes, "B", null, null);
        }
    }
}

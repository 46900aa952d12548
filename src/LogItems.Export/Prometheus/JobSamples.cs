using LogItems.Monitoring;

namespace LogItems.Export.Prometheus;

/// <summary>The samples of a job.</summary>
internal static class JobSamples
{
    private static readonly LogItemLevel[] Levels = Enum.GetValues<LogItemLevel>();

    public static void Set(SampleSet samples, JobGauges gauges, JobRuns job, IReadOnlyDictionary<LogItemLevel, long>? levels)
    {
        var (last, statistics) = (job.Last, job.Last?.Statistics);
        samples.Set(gauges.Result, last is null ? null : ResultOf(last), job.Name);
        samples.Set(gauges.Start, Seconds(last?.StartedAt), job.Name);
        samples.Set(gauges.End, Seconds(last?.EndedAt), job.Name);
        samples.Set(gauges.Success, Seconds(job.LastSuccess?.EndedAt ?? job.LastSuccess?.StartedAt), job.Name);
        samples.Set(gauges.Duration, last?.Duration?.TotalSeconds, job.Name);
        samples.Set(gauges.Transferred, statistics?.TransferredBytes, job.Name);
        samples.Set(gauges.Objects, statistics?.ProcessedObjects, job.Name);
        samples.Set(gauges.ProcessingRate, statistics?.ProcessingRateBytesPerSecond, job.Name);
        samples.Set(gauges.ItemRate, statistics?.ProcessingRateItemsPerSecond, job.Name);
        samples.Set(gauges.ReadRate, statistics?.ReadRateBytesPerSecond, job.Name);
        samples.Set(gauges.WriteRate, statistics?.WriteRateBytesPerSecond, job.Name);
        samples.Set(gauges.Running, job.Running is null ? 0 : 1, job.Name);
        samples.Set(gauges.RunningStart, Seconds(job.Running?.StartedAt), job.Name);
        if (last is not null && levels is not null)
        {
            foreach (var level in Levels)
            {
                samples.Set(gauges.Items, levels.GetValueOrDefault(level), job.Name, WordOf(level));
            }
        }
    }

    private static double ResultOf(JobSession session) => session.Status switch
    {
        JobSessionStatus.Success => 0,
        JobSessionStatus.Warning => 1,
        JobSessionStatus.Failed or JobSessionStatus.Disconnected => 2,
        JobSessionStatus.Stopped => 3,
        _ => 4,
    };

    private static string WordOf(LogItemLevel level) => level switch
    {
        LogItemLevel.Running => "running",
        LogItemLevel.Success => "success",
        LogItemLevel.Warning => "warning",
        LogItemLevel.Error => "error",
        LogItemLevel.Stop => "stop",
        _ => "unknown",
    };

    private static double? Seconds(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds() / 1000.0;
}

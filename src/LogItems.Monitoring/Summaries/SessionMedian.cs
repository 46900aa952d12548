namespace LogItems.Monitoring;

/// <summary>The medians of earlier runs of the same job.</summary>
public sealed record SessionMedian
{
    /// <summary>The number of earlier runs that ended with success or a warning.</summary>
    public required int Runs { get; init; }

    /// <summary>The duration; null if no run has one.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The amount of transferred data, in bytes; null if no run has one.</summary>
    public long? TransferredBytes { get; init; }

    /// <summary>The number of processed objects; null if no run has one.</summary>
    public long? ProcessedObjects { get; init; }

    /// <summary>The processing speed, in bytes a second; null if no run has one.</summary>
    public long? ProcessingRateBytesPerSecond { get; init; }

    internal static SessionMedian Of(IReadOnlyList<JobSession> runs) => new()
    {
        Runs = runs.Count,
        Duration = Middle(runs.Select(run => run.Duration?.Ticks)) is { } ticks ? TimeSpan.FromTicks(ticks) : null,
        TransferredBytes = Middle(runs.Select(run => run.Statistics?.TransferredBytes)),
        ProcessedObjects = Middle(runs.Select(run => run.Statistics?.ProcessedObjects)),
        ProcessingRateBytesPerSecond = Middle(runs.Select(run => run.Statistics?.ProcessingRateBytesPerSecond)),
    };

    /// <summary>The median, which is the average of the two middle values of an even number; null without values.</summary>
    private static long? Middle(IEnumerable<long?> values)
    {
        var sorted = values.OfType<long>().Order().ToList();
        var half = sorted.Count / 2;
        return sorted.Count == 0 ? null
            : sorted.Count % 2 == 1 ? sorted[half]
            : sorted[half - 1] + ((sorted[half] - sorted[half - 1]) / 2);
    }
}

using System.Globalization;
using LogItems.Monitoring;
using Spectre.Console;

namespace LogItems.Cli.Output;

/// <summary>Writes a summary of a session as lines of text.</summary>
internal static class SummaryText
{
    private const int NameWidth = 13;

    public static void Write(SessionSummary summary, Screen screen)
    {
        var (session, statistics, median) = (summary.Session, summary.Session.Statistics, summary.Median);
        screen.WriteLine([(Name("session"), null), ($"{session.Id}  ", null), (session.StatusText ?? "", JobSessionLayout.StyleOf(session.Status))]);
        Line("job", summary.JobName);
        Line("details", session.Details);
        Line("started", RecordText.Clock(session.StartedAt));
        Line("ended", session.IsRunning ? "running" : RecordText.Clock(session.EndedAt));
        Line(
            "duration",
            summary.Duration is { } time ? RecordText.Elapsed(time) : "",
            Compare(summary.Duration?.Ticks, median?.Duration?.Ticks, () => RecordText.Elapsed(median!.Duration!.Value)));
        Line(
            "transferred",
            RecordText.Bytes(statistics?.TransferredBytes),
            Compare(statistics?.TransferredBytes, median?.TransferredBytes, () => RecordText.Bytes(median!.TransferredBytes)));
        Line(
            "objects",
            Number(statistics?.ProcessedObjects),
            Compare(statistics?.ProcessedObjects, median?.ProcessedObjects, () => Number(median!.ProcessedObjects)));
        Line(
            "rate",
            Rates(statistics),
            Compare(
                statistics?.ProcessingRateBytesPerSecond,
                median?.ProcessingRateBytesPerSecond,
                () => RecordText.Rate(median!.ProcessingRateBytesPerSecond)));
        Line("bottleneck", statistics?.BottleneckText);
        Line("items", Levels(summary));
        Line("idle", Idle(summary));
        WriteSlowest(summary, screen);
        if (median is not null)
        {
            screen.WriteLine($"The medians are those of the last {median.Runs} earlier runs of the job that succeeded.");
        }

        void Line(string name, string? value, string? comparison = null)
        {
            if (!string.IsNullOrEmpty(value))
            {
                screen.WriteLine($"{Name(name)}{value}{(comparison is null ? "" : $"  ({comparison})")}");
            }
        }
    }

    private static string Name(string name) => name.PadRight(NameWidth);

    private static string Number(long? number) => number?.ToString("N0", CultureInfo.InvariantCulture) ?? "";

    private static string Rates(JobSessionStatistics? statistics)
    {
        if (statistics?.ProcessingRateBytesPerSecond is not { } rate)
        {
            return "";
        }

        var items = statistics.ProcessingRateItemsPerSecond is { } count ? $", {Number(count)} items/s" : "";
        return $"{RecordText.Rate(rate)}{items}; "
            + $"read {RecordText.Rate(statistics.ReadRateBytesPerSecond)}, write {RecordText.Rate(statistics.WriteRateBytesPerSecond)}";
    }

    /// <summary>The difference in percent, and the median; null if there is nothing to compare.</summary>
    private static string? Compare(long? value, long? median, Func<string> text)
    {
        if (value is not { } actual || median is not { } usual)
        {
            return null;
        }

        var difference = usual == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{(actual - (double)usual) / usual * 100:+0;-0;+0}% of ");
        return $"{difference}median {text()}".Replace("+0% of median", "as the median", StringComparison.Ordinal);
    }

    private static string Levels(SessionSummary summary)
    {
        var levels = string.Join(", ", summary.Levels.OrderByDescending(level => level.Value).Select(level => $"{Number(level.Value)} {level.Key}"));
        return summary.Levels.Count == 0 ? "0" : $"{Number(summary.Levels.Values.Sum())}: {levels}";
    }

    private static string Idle(SessionSummary summary)
    {
        if (summary.Idle.Count == 0)
        {
            return "";
        }

        var (total, longest) = (TimeSpan.FromTicks(summary.Idle.Sum(gap => gap.Duration.Ticks)), summary.Idle.MaxBy(gap => gap.Duration)!);
        return $"{RecordText.Elapsed(total)} without activity, at most {RecordText.Elapsed(longest.Duration)} from {RecordText.Clock(longest.Start)}";
    }

    private static void WriteSlowest(SessionSummary summary, Screen screen)
    {
        var name = "slowest";
        foreach (var item in summary.Slowest)
        {
            screen.WriteLine(
            [
                ($"{Name(name)}{RecordText.Duration(item.Duration, item.IsRunning),-12}  ", null),
                ($"{item.Level,-7}", LogItemLayout.StyleOf(item.Level)),
                ($"  {item.Subject}", default(Style?)),
            ]);
            name = "";
        }
    }
}

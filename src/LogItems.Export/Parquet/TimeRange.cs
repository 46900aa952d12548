namespace LogItems.Export.Parquet;

/// <summary>The earliest and the latest time of a column in a row group, in nanoseconds of UTC since 1970.</summary>
internal readonly record struct TimeRange(long Min, long Max)
{
    /// <summary>Returns the range of times; null without times.</summary>
    public static TimeRange? Of(IReadOnlyList<DateTime?> times) =>
        times.Min() is { } min && times.Max() is { } max ? new TimeRange(Nanoseconds(min), Nanoseconds(max)) : null;

    private static long Nanoseconds(DateTime time) => (time.Ticks - DateTime.UnixEpoch.Ticks) * TimeSpan.NanosecondsPerTick;
}

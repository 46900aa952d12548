using Parquet.Schema;

namespace LogItems.Export.Parquet;

/// <summary>Times as nanoseconds of UTC since 1970, which keep the 100 ns of the servers.</summary>
internal static class ParquetTime
{
    /// <summary>The range of 64-bit nanoseconds: the years 1677 to 2262.</summary>
    private static readonly DateTime Min = DateTime.UnixEpoch.AddTicks(long.MinValue / 100), Max = DateTime.UnixEpoch.AddTicks(long.MaxValue / 100);

    public static DateTimeDataField Field(string name) =>
        new(name, DateTimeFormat.Timestamp, isAdjustedToUTC: true, unit: DateTimeTimeUnit.Nanos, isNullable: true);

    /// <summary>Returns the time if it can be written, else null: servers send the year 1 for a missing time.</summary>
    public static DateTime? Of(DateTimeOffset? time) =>
        time is { } known && known.UtcDateTime >= Min && known.UtcDateTime <= Max ? known.UtcDateTime : null;
}

namespace LogItems.Export.Otlp.Mapping;

/// <summary>Times as nanoseconds since 1970, exact to the 100 ns that the servers send.</summary>
internal static class OtlpTime
{
    private const long NanosecondsPerTick = TimeSpan.NanosecondsPerTick;

    /// <summary>Converts a time; zero (unknown) for a time that is unknown, before 1970, or not representable in 63 bits (from the year 2262 on).</summary>
    public static ulong Of(DateTimeOffset? time)
    {
        var ticks = (time?.UtcTicks ?? 0) - DateTime.UnixEpoch.Ticks;
        return ticks is > 0 and <= long.MaxValue / NanosecondsPerTick ? (ulong)(ticks * NanosecondsPerTick) : 0;
    }
}

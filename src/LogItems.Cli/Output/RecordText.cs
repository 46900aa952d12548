using System.Globalization;

namespace LogItems.Cli.Output;

/// <summary>How the values of records are written.</summary>
internal static class RecordText
{
    /// <summary>An identifier; null where it was not sent or could not be read: a GUID of zeros is none.</summary>
    public static string? Id(Guid id) => id == Guid.Empty ? null : id.ToString();

    /// <summary>ISO 8601 with 7 fractional digits and the server's offset.</summary>
    public static string? Iso(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A time for people, on the server's own clock.</summary>
    public static string Clock(DateTimeOffset? time) =>
        time?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A duration for people: hours, minutes, seconds and milliseconds.</summary>
    public static string Duration(TimeSpan? duration, bool isRunning)
    {
        if (duration is not { } time)
        {
            return isRunning ? "running" : "";
        }

        var sign = time < TimeSpan.Zero ? "-" : "";
        var format = time.Days == 0 ? @"hh\:mm\:ss\.fff" : @"d\.hh\:mm\:ss\.fff";
        return sign + time.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>A time that is still going on, in whole seconds; clocks that differ do not make it negative.</summary>
    public static string Elapsed(TimeSpan time)
    {
        var elapsed = time < TimeSpan.Zero ? TimeSpan.Zero : time;
        return elapsed.ToString(elapsed.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
    }
}

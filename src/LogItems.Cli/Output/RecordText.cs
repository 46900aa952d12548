using System.Globalization;

namespace LogItems.Cli.Output;

/// <summary>Formats the values of records.</summary>
internal static class RecordText
{
    /// <summary>An identifier; null for a GUID of zeros, which was missing or could not be read.</summary>
    public static string? Id(Guid id) => id == Guid.Empty ? null : id.ToString();

    /// <summary>ISO 8601 with 7 fractional digits and the server's offset.</summary>
    public static string? Iso(DateTimeOffset? time) => time?.ToString("O", CultureInfo.InvariantCulture);

    /// <summary>A readable time in the server's time zone: <c>2026-03-04 15:00:00 -07:00</c>.</summary>
    public static string Clock(DateTimeOffset? time) => time is { } known ? Clock(known, length: 26) : "";

    /// <summary>A time without the offset, for narrow terminals.</summary>
    public static string ShortClock(DateTimeOffset? time) => time is { } known ? Clock(known, length: 19) : "";

    /// <summary>A readable number of bytes: <c>1.2 GiB</c>.</summary>
    public static string Bytes(long? bytes) => Scaled(bytes, 1024, ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]);

    /// <summary>A readable rate: <c>3.4 MB/s</c>.</summary>
    public static string Rate(long? bytesPerSecond) => Scaled(bytesPerSecond, 1000, ["B/s", "KB/s", "MB/s", "GB/s", "TB/s", "PB/s", "EB/s"]);

    /// <summary>A readable duration: hours, minutes, seconds and milliseconds, or days without milliseconds.</summary>
    public static string Duration(TimeSpan? duration, bool isRunning)
    {
        if (duration is not { } time)
        {
            return isRunning ? "running" : "";
        }

        var sign = time < TimeSpan.Zero ? "-" : "";
        if (time.Days != 0)
        {
            return sign + time.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
        }

        var (hours, minutes, seconds) = (Math.Abs(time.Hours), Math.Abs(time.Minutes), Math.Abs(time.Seconds));
        return string.Create(CultureInfo.InvariantCulture, $"{sign}{hours:00}:{minutes:00}:{seconds:00}.{Math.Abs(time.Milliseconds):000}");
    }

    /// <summary>An elapsed time in whole seconds, never negative even if clocks differ.</summary>
    public static string Elapsed(TimeSpan time)
    {
        var elapsed = time < TimeSpan.Zero ? TimeSpan.Zero : time;
        return elapsed.ToString(elapsed.Days == 0 ? @"hh\:mm\:ss" : @"d\.hh\:mm\:ss", CultureInfo.InvariantCulture);
    }

    /// <summary>Formats date and time by way of ISO 8601, which is several times as fast as with a pattern.</summary>
    private static string Clock(DateTimeOffset time, int length) => string.Create(length, time, static (text, time) =>
    {
        Span<char> iso = stackalloc char[33];
        time.TryFormat(iso, out _, "O", CultureInfo.InvariantCulture);
        iso[..19].CopyTo(text);
        text[10] = ' ';
        if (text.Length > 19)
        {
            text[19] = ' ';
            iso[27..].CopyTo(text[20..]);
        }
    });

    /// <summary>A number in the largest unit in which it is at least 1; one decimal place except for the smallest unit.</summary>
    private static string Scaled(long? number, int step, string[] units)
    {
        if (number is not { } whole)
        {
            return "";
        }

        var (scaled, unit) = ((double)whole, 0);
        // 1023.95 KiB would be rounded to 1,024.0 KiB.
        while (unit < units.Length - 1 && Math.Abs(scaled) >= (unit == 0 ? step : step - 0.05))
        {
            (scaled, unit) = (scaled / step, unit + 1);
        }

        return scaled.ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture) + " " + units[unit];
    }
}

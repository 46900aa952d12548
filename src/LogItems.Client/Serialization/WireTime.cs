using System.Globalization;

namespace LogItems.Serialization;

/// <summary>Parses times as the service sends them: ISO 8601, up to 7 fractional digits, with an offset, or in UTC without one.</summary>
internal static class WireTime
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK";
    private const string LocalPart = "yyyy-MM-dd'T'HH:mm:ss";

    /// <summary>Parses a time; one whose offset makes it unrepresentable becomes the nearest representable one.</summary>
    public static bool TryParse(string text, out DateTimeOffset time)
    {
        // Without an offset, it is never treated as local time: year 1 and year 9999 would overflow in some time zones.
        if (DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time))
        {
            return true;
        }

        if (text.Length > LocalPart.Length - 2
            && DateTime.TryParseExact(
                text.AsSpan(0, LocalPart.Length - 2), LocalPart, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is 1 or 9999)
        {
            time = local.Year == 1 ? DateTimeOffset.MinValue : DateTimeOffset.MaxValue;
            return true;
        }

        return false;
    }

    /// <summary>The time, or null if it is null or a placeholder.</summary>
    public static DateTimeOffset? Known(DateTimeOffset? time) => time is { } known && !IsPlaceholder(known) ? known : null;

    /// <summary>Determines whether a time means "not yet": year 1 or year 9999, with or without an offset.</summary>
    public static bool IsPlaceholder(DateTimeOffset time) => time.Year is 1 or 9999;
}

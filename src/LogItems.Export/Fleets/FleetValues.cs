using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>Reads values that several settings share.</summary>
internal static class FleetValues
{
    /// <summary>A whole number in a range; null if it is not set or if it is invalid, which is reported.</summary>
    public static int? Number(FleetSettings settings, string key, int min, int max, FleetMistakes mistakes)
    {
        if (settings.Find(key) is not { } node || settings.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        mistakes.Add(node, string.Create(CultureInfo.InvariantCulture, $"'{key}' is '{text}'. Use a whole number from {min:N0} to {max:N0}."));
        return null;
    }

    /// <summary>The setting <c>interval</c>; null if it is not set or if it is invalid, which is reported.</summary>
    public static TimeSpan? Interval(FleetSettings settings, FleetMistakes mistakes) =>
        Time(settings, "interval", (FleetLimits.MinInterval, FleetLimits.MaxInterval), "1 second to 1 day", mistakes);

    /// <summary>The setting <c>timeout</c>; null if it is not set or if it is invalid, which is reported.</summary>
    public static TimeSpan? Timeout(FleetSettings settings, FleetMistakes mistakes) =>
        Time(settings, "timeout", (FleetLimits.MinTimeout, FleetLimits.MaxTimeout), "10 seconds to 1 day", mistakes);

    private static TimeSpan? Time(FleetSettings settings, string key, (TimeSpan Min, TimeSpan Max) range, string rangeText, FleetMistakes mistakes)
    {
        if (settings.Find(key) is not { } node || settings.Text(key) is not { } text)
        {
            return null;
        }

        if (Time(text) is { } time && time >= range.Min && time <= range.Max)
        {
            return time;
        }

        mistakes.Add(node, $"'{key}' is '{text}'. Use a time from {rangeText}, such as 30s, 5m, 1h or 00:05:00.");
        return null;
    }

    private static TimeSpan? Time(string text)
    {
        // "30" would be 30 days.
        if (text.Contains(':', StringComparison.Ordinal))
        {
            return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : null;
        }

        if (text.Length is < 2 or > 6 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(number),
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            'd' => TimeSpan.FromDays(number),
            _ => null,
        };
    }
}

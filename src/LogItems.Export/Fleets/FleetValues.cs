using System.Globalization;

namespace LogItems.Export.Fleets;

/// <summary>Reads values of the types that several settings share.</summary>
internal static class FleetValues
{
    /// <summary>An integer in a range; null if it is absent, or if it is invalid, which is reported.</summary>
    public static int? Number(FleetSettings settings, string key, int min, int max, FleetErrors errors)
    {
        if (settings.Find(key) is not { } node || settings.Text(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= min && number <= max)
        {
            return number;
        }

        errors.Add(node, string.Create(CultureInfo.InvariantCulture, $"'{key}' is '{text}'. Use a whole number from {min:N0} to {max:N0}."));
        return null;
    }

    /// <summary>The setting <c>interval</c>; null if it is absent, or if it is invalid, which is reported.</summary>
    public static TimeSpan? Interval(FleetSettings settings, FleetErrors errors) =>
        Time(settings, "interval", (FleetLimits.MinInterval, FleetLimits.MaxInterval), "1 second to 1 day", errors);

    /// <summary>The setting <c>timeout</c>; null if it is absent, or if it is invalid, which is reported.</summary>
    public static TimeSpan? Timeout(FleetSettings settings, FleetErrors errors) =>
        Time(settings, "timeout", (FleetLimits.MinTimeout, FleetLimits.MaxTimeout), "10 seconds to 1 day", errors);

    private static TimeSpan? Time(FleetSettings settings, string key, (TimeSpan Min, TimeSpan Max) range, string rangeText, FleetErrors errors)
    {
        if (settings.Find(key) is not { } node || settings.Text(key) is not { } text)
        {
            return null;
        }

        if (Time(text) is { } time && time >= range.Min && time <= range.Max)
        {
            return time;
        }

        errors.Add(node, $"'{key}' is '{text}'. Use a time from {rangeText}, such as 30s, 5m, 1h or 00:05:00.");
        return null;
    }

    private static TimeSpan? Time(string text)
    {
        // "30" would mean 30 days.
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

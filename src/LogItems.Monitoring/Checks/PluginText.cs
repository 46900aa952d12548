using System.Globalization;

namespace LogItems.Monitoring.Checks;

/// <summary>Formats text for the output of a monitoring plugin: one line in which a vertical bar separates the performance data.</summary>
internal static class PluginText
{
    /// <summary>Replaces characters that would end the text: control characters by spaces, vertical bars by slashes.</summary>
    public static string Clean(string text) => string.Concat(text.Select(c =>
        char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format
            ? ' '
            : c == '|' ? '/' : c));

    /// <summary>Formats a duration: <c>3d 2h</c>, <c>9h 12m</c>, <c>12m</c>, <c>40s</c>.</summary>
    public static string Duration(TimeSpan time)
    {
        var (days, hours, minutes) = ((int)time.TotalDays, time.Hours, time.Minutes);
        return time < TimeSpan.Zero ? "0s"
            : days > 0 ? string.Create(CultureInfo.InvariantCulture, $"{days}d {hours}h")
            : hours > 0 ? string.Create(CultureInfo.InvariantCulture, $"{hours}h {minutes}m")
            : minutes > 0 ? string.Create(CultureInfo.InvariantCulture, $"{minutes}m")
            : string.Create(CultureInfo.InvariantCulture, $"{time.Seconds}s");
    }
}

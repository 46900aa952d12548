using System.Globalization;
using LogItems.Monitoring.Checks;

namespace LogItems.Monitoring;

/// <summary>A value of the performance data of a monitoring plugin.</summary>
/// <param name="Label">The label; any text.</param>
/// <param name="Value">The value.</param>
/// <param name="Unit">The unit: <c>s</c> for seconds, or empty for a number.</param>
/// <param name="Warning">The range that raises no warning; null for none.</param>
/// <param name="Critical">The range that raises no critical alert; null for none.</param>
public sealed record PerformanceValue(string Label, long Value, string Unit, string? Warning, string? Critical)
{
    /// <summary>Returns <c>'label'=value[unit];warning;critical;0</c>; equals signs in the label are removed, because the guidelines forbid them.</summary>
    public override string ToString()
    {
        var label = PluginText.Clean(Label).Replace("=", "", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal);
        return string.Create(CultureInfo.InvariantCulture, $"'{label}'={Value}{Unit};{Warning};{Critical};0");
    }
}

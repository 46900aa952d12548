using System.Text.Json;
using System.Text.RegularExpressions;
using LogItems.Export.Prometheus;

namespace LogItems.Export.Tests.Support;

/// <summary>The dashboard for Grafana.</summary>
internal static partial class Dashboard
{
    /// <summary>All panels and rows, those of collapsed rows included.</summary>
    public static IReadOnlyList<JsonElement> Panels { get; } = Flatten(JsonElement.Parse(ExporterFiles.Read(ExporterFile.Dashboard)).GetProperty("panels"));

    /// <summary>The queries, with values for the variables.</summary>
    public static IReadOnlyList<string> Queries { get; } =
    [
        .. Panels.Where(panel => !IsRow(panel)).SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => Variable().Replace(target.GetProperty("expr").GetString()!, ".*").Replace("$__rate_interval", "1m", StringComparison.Ordinal)),
    ];

    public static bool IsRow(JsonElement panel) => panel.GetProperty("type").GetString() == "row";

    private static JsonElement[] Flatten(JsonElement panels) =>
        [.. panels.EnumerateArray().SelectMany(panel => panel.TryGetProperty("panels", out var own) ? [panel, .. Flatten(own)] : new[] { panel })];

    [GeneratedRegex(@"\$(customer|site|server|job_name)\b")]
    private static partial Regex Variable();
}

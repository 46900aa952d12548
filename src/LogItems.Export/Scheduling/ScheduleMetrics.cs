using System.Diagnostics.Metrics;

namespace LogItems.Export.Scheduling;

/// <summary>The metrics of circuits for OpenTelemetry; the name of the meter is <c>LogItems.Export</c>.</summary>
internal static class ScheduleMetrics
{
    public const string Name = "LogItems.Export";

    /// <summary>The meter, which others of this assembly share.</summary>
    public static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Changes = Meter.CreateCounter<long>(
        "logitems.export.circuit_changes", "{change}", "Circuits of servers that opened or closed, by server and state.");

    public static void Report(string server, string state) => Changes.Add(1, new("server", server), new("state", state));
}

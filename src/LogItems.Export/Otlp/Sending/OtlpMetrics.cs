using System.Diagnostics.Metrics;
using LogItems.Export.Otlp.Options;
using LogItems.Export.Scheduling;

namespace LogItems.Export.Otlp.Sending;

/// <summary>What was lost on the way to an OTLP receiver, in the meter of the export.</summary>
internal static class OtlpMetrics
{
    private static readonly Counter<long> Rejected = ScheduleMetrics.Meter.CreateCounter<long>(
        "logitems.export.rejected_records", "{record}", "Records that the OTLP receiver rejected and that are not sent again, by signal: logs or traces.");

    /// <summary>Reports rejected records; 0 at first, so that the first one is an increment.</summary>
    public static void ReportRejected(OtlpSignal signal, long count) => Rejected.Add(count, new KeyValuePair<string, object?>("signal", signal.HttpName));
}

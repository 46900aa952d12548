using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using LogItems.Export.Scheduling;

namespace LogItems.Export.Health;

/// <summary>The export's own metrics for OpenTelemetry; the meter is named <c>LogItems.Export</c>.</summary>
/// <remarks>Only the lag and the interval have a series for each server; the attributes of all others have only a few values.</remarks>
internal static class ExportMetrics
{
    private const string Prefix = "logitems.export.";

    private static readonly Meter Meter = ScheduleMetrics.Meter;

    private static readonly ConcurrentDictionary<ExportStatus, bool> Running = new();

    private static readonly Counter<long> Polls = Meter.CreateCounter<long>(
        Prefix + "polls", "{poll}", "Polls of servers, by result: success, partial, failed, not_stored or lease_lost.");

    private static readonly Histogram<double> PollDuration = Meter.CreateHistogram<double>(
        Prefix + "poll.duration",
        "s",
        "Duration of polls of servers, by result.",
        tags: null,
        Seconds(0.05, 0.1, 0.5, 1, 5, 10, 30, 60, 300, 1800, 7200));

    private static readonly Counter<long> Items = Meter.CreateCounter<long>(Prefix + "items", "{item}", "Log items delivered, by sink.");

    private static readonly Counter<long> Sessions = Meter.CreateCounter<long>(
        Prefix + "sessions", "{session}", "Job sessions delivered, by sink; one that is delivered in several batches counts in each.");

    private static readonly Histogram<double> BatchDuration = Meter.CreateHistogram<double>(
        Prefix + "batch.duration",
        "s",
        "Duration of deliveries of batches with their checkpoints, by sink.",
        tags: null,
        Seconds(0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30, 60));

    private static readonly Counter<long> BatchFailures = Meter.CreateCounter<long>(
        Prefix + "batch.failures", "{batch}", "Batches that could not be delivered, by sink.");

    private static readonly Counter<long> LeasesLost = Meter.CreateCounter<long>(
        Prefix + "leases_lost", "{lease}", "Leases of servers that expired while this worker polled them.");

    static ExportMetrics()
    {
        Meter.CreateObservableGauge<long>(
            Prefix + "servers", ObserveServers, "{server}", "Servers of the fleet, by state: waiting, ok, failing or circuit_open.");
        Meter.CreateObservableGauge<double>(
            Prefix + "lag", ObserveLag, "s", "Time since the end of the last successful poll of the server; before the first, since the export began.");
        Meter.CreateObservableGauge<double>(
            Prefix + "interval", ObserveIntervals, "s", "Time from the end of a poll of the server to the next, as configured.");
        Meter.CreateObservableGauge<double>(
            Prefix + "sink.outage",
            () => Observe(status => status.SinkOutage),
            "s",
            "Time since which nothing could be delivered to the sink; 0 if it works.");
        Meter.CreateObservableGauge<double>(
            Prefix + "store.outage",
            () => Observe(status => status.StoreOutage),
            "s",
            "Time since which the checkpoints cannot be reached; 0 if they can.");
    }

    /// <summary>Observes an export until the result is disposed of. Its counters start at zero, so that the first increment is visible.</summary>
    public static IDisposable Observe(ExportStatus status)
    {
        Running[status] = true;
        foreach (var result in Enum.GetValues<PollOutcome>())
        {
            Polls.Add(0, Tag(result));
        }

        Items.Add(0, Tag(status));
        Sessions.Add(0, Tag(status));
        BatchFailures.Add(0, Tag(status));
        LeasesLost.Add(0);
        return new Observation(status);
    }

    public static void ReportPoll(PollOutcome outcome, TimeSpan duration)
    {
        Polls.Add(1, Tag(outcome));
        PollDuration.Record(duration.TotalSeconds, Tag(outcome));
        if (outcome == PollOutcome.LeaseLost)
        {
            LeasesLost.Add(1);
        }
    }

    public static void ReportBatch(ExportStatus status, ExportBatch batch, TimeSpan duration)
    {
        Items.Add(batch.ItemCount, Tag(status));
        Sessions.Add(batch.Sessions.Count, Tag(status));
        BatchDuration.Record(duration.TotalSeconds, Tag(status));
    }

    public static void ReportFailedBatch(ExportStatus status) => BatchFailures.Add(1, Tag(status));

    private static IEnumerable<Measurement<long>> ObserveServers() =>
        from status in Running.Keys
        from state in Enum.GetValues<ServerState>()
        select new Measurement<long>(status.Servers.Values.Count(server => server.State == state), new KeyValuePair<string, object?>("state", WordOf(state)));

    private static IEnumerable<Measurement<double>> ObserveLag() => Observe(server => server.Lag);

    private static IEnumerable<Measurement<double>> ObserveIntervals() => Observe(server => server.Interval);

    private static IEnumerable<Measurement<double>> Observe(Func<ServerStatus, TimeSpan> time) =>
        from status in Running.Keys
        from server in status.Servers.Values
        select new Measurement<double>(time(server).TotalSeconds, new KeyValuePair<string, object?>("server", server.Name));

    private static IEnumerable<Measurement<double>> Observe(Func<ExportStatus, Outage> outage) =>
        Running.Keys.Select(status => new Measurement<double>((outage(status).Duration ?? TimeSpan.Zero).TotalSeconds, Tag(status)));

    private static KeyValuePair<string, object?> Tag(ExportStatus status) => new("sink", status.Sink);

    private static KeyValuePair<string, object?> Tag(PollOutcome outcome) => new("result", outcome switch
    {
        PollOutcome.Success => "success",
        PollOutcome.Partial => "partial",
        PollOutcome.NotStored => "not_stored",
        PollOutcome.LeaseLost => "lease_lost",
        _ => "failed",
    });

    private static string WordOf(ServerState state) => state switch
    {
        ServerState.Waiting => "waiting",
        ServerState.Ok => "ok",
        ServerState.CircuitOpen => "circuit_open",
        _ => "failing",
    };

    private static InstrumentAdvice<double> Seconds(params double[] boundaries) => new() { HistogramBucketBoundaries = boundaries };

    private sealed class Observation(ExportStatus status) : IDisposable
    {
        public void Dispose() => Running.TryRemove(status, out _);
    }
}

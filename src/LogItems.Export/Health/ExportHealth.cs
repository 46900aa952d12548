using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Export.Health;

/// <summary>The health of an export, from its current status. It contains server names, but no addresses, error messages or secrets.</summary>
/// <param name="Status">The worst status found.</param>
/// <param name="Description">The description, in full sentences.</param>
/// <param name="Data">The names of the affected servers, and durations.</param>
internal sealed record ExportHealth(HealthStatus Status, string Description, IReadOnlyDictionary<string, object> Data)
{
    public static ExportHealth Of(ExportStatus export, ExportHealthOptions options)
    {
        var report = new Report();
        report.Data["servers"] = export.Servers.Count;
        if (!export.IsRunning)
        {
            report.Add(HealthStatus.Unhealthy, "The export is not running: it has not been started, or it has ended.");
        }

        AddOutage(report, "sinkOutage", export.SinkOutage, options.MaxSinkOutage, "Nothing could be delivered to the sink");
        AddOutage(report, "storeOutage", export.StoreOutage, options.MaxStoreOutage, "The checkpoints could not be reached");
        const string Failed = "failed many times in a row and";
        AddServers(report, "circuitOpen", export, IsCircuitOpen, ($"{Failed} is polled rarely", $"{Failed} are polled rarely"));
        var late = $"not read for more than {options.MaxMissedIntervals} intervals";
        AddServers(report, "late", export, server => !IsCircuitOpen(server) && IsLate(server), ($"was {late}", $"were {late}"));
        if (report.Sentences.Count == 0)
        {
            report.Sentences.Add(Text($"{Count(export)} {(export.Servers.Count == 1 ? "is" : "are")} exported."));
        }

        return new ExportHealth(report.Status, string.Join(' ', report.Sentences), report.Data);

        bool IsCircuitOpen(ServerStatus server) => server.State == ServerState.CircuitOpen;

        // A server that is being read, for example for the first time, can take long, but not to respond.
        bool IsLate(ServerStatus server)
        {
            var max = server.Interval * options.MaxMissedIntervals;
            return server.Lag > max && !server.IsBeingRead(max);
        }
    }

    private static void AddOutage(Report report, string name, Outage outage, TimeSpan max, string sentence)
    {
        if (outage.Duration is { } duration)
        {
            report.Data[name] = duration;
            var status = duration < max ? HealthStatus.Degraded : HealthStatus.Unhealthy;
            report.Add(status, Text($"{sentence} for {TimeSpan.FromSeconds((long)duration.TotalSeconds):c}; the log contains the reason."));
        }
    }

    private static void AddServers(
        Report report, string name, ExportStatus export, Func<ServerStatus, bool> isConcerned, (string One, string Several) predicate)
    {
        string[] servers = [.. export.Servers.Values.Where(isConcerned).Select(server => server.Name).Order(StringComparer.Ordinal)];
        if (servers.Length > 0)
        {
            report.Data[name] = servers;
            report.Add(HealthStatus.Degraded, Text($"{servers.Length} of {Count(export)} {(servers.Length == 1 ? predicate.One : predicate.Several)}."));
        }
    }

    private static string Count(ExportStatus export) => Text($"{export.Servers.Count} {(export.Servers.Count == 1 ? "server" : "servers")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class Report
    {
        public HealthStatus Status { get; private set; } = HealthStatus.Healthy;

        public List<string> Sentences { get; } = [];

        public Dictionary<string, object> Data { get; } = new(StringComparer.Ordinal);

        public void Add(HealthStatus status, string sentence)
        {
            // Unhealthy is the smallest value.
            Status = status < Status ? status : Status;
            Sentences.Add(sentence);
        }
    }
}

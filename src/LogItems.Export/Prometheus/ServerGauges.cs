using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The gauges of a server.</summary>
internal sealed class ServerGauges(FleetMetrics metrics)
{
    public Gauge Up { get; } = metrics.Gauge("logitems_up", "Whether the last poll of the server succeeded: 1 if it did, 0 if it failed.");

    public Gauge CircuitOpen { get; } = metrics.Gauge(
        "logitems_circuit_open", "Whether the server failed so many times in a row that it is polled rarely: 1 if it is, 0 if it is polled at its interval.");

    public Gauge PollDuration { get; } = metrics.Gauge("logitems_poll_duration_seconds", "Duration of the last poll of the server.");

    public Gauge Interval { get; } = metrics.Gauge("logitems_poll_interval_seconds", "Time from the end of a poll of the server to the next, as configured.");

    public Gauge LastPoll { get; } = metrics.Gauge(
        "logitems_last_successful_poll_timestamp_seconds",
        "Unix time of the end of the last poll that succeeded; all metrics of the jobs are as of then.");

    public Gauge Version { get; } = metrics.Gauge("logitems_server_info", "API version of the server; the value is always 1.", "version");

    public Gauge CertificateExpiry { get; } = metrics.Gauge(
        "logitems_certificate_expiry_timestamp_seconds", "Unix time at which the certificate of the server expires.");

    public Gauge Jobs { get; } = metrics.Gauge("logitems_jobs", "Number of enabled jobs of the server.");

    public Gauge JobsOmitted { get; } = metrics.Gauge(
        "logitems_jobs_omitted", "Number of enabled jobs of the server without metrics, because it has more than the exporter allows.");
}

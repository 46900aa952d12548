using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The gauges of a job.</summary>
internal sealed class JobGauges(FleetMetrics metrics)
{
    /// <summary>Prometheus sets the label <c>job</c> itself.</summary>
    private const string Job = "job_name";

    public Gauge Result { get; } = metrics.Gauge(
        "logitems_job_last_result", "Result of the last finished run: 0 success, 1 warning, 2 failed, 3 stopped, 4 other.", Job);

    public Gauge Start { get; } = metrics.Gauge("logitems_job_last_start_timestamp_seconds", "Unix time at which the last finished run started.", Job);

    public Gauge End { get; } = metrics.Gauge("logitems_job_last_end_timestamp_seconds", "Unix time at which the last finished run ended.", Job);

    public Gauge Success { get; } = metrics.Gauge(
        "logitems_job_last_success_timestamp_seconds", "Unix time at which the last run ended that succeeded, also with a warning.", Job);

    public Gauge Duration { get; } = metrics.Gauge("logitems_job_last_duration_seconds", "Duration of the last finished run.", Job);

    public Gauge Transferred { get; } = metrics.Gauge("logitems_job_last_transferred_bytes", "Amount of data that the last finished run transferred.", Job);

    public Gauge Objects { get; } = metrics.Gauge("logitems_job_last_processed_objects", "Number of objects that the last finished run processed.", Job);

    public Gauge ProcessingRate { get; } = metrics.Gauge(
        "logitems_job_last_processing_bytes_per_second", "Processing rate of the last finished run, in bytes per second.", Job);

    public Gauge ItemRate { get; } = metrics.Gauge(
        "logitems_job_last_processing_items_per_second", "Processing rate of the last finished run, in items per second.", Job);

    public Gauge ReadRate { get; } = metrics.Gauge(
        "logitems_job_last_read_bytes_per_second", "Rate at which the last finished run read from the source, in bytes per second.", Job);

    public Gauge WriteRate { get; } = metrics.Gauge(
        "logitems_job_last_write_bytes_per_second", "Rate at which the last finished run wrote to the target, in bytes per second.", Job);

    public Gauge Items { get; } = metrics.Gauge("logitems_job_last_items", "Number of log items of the last finished run, by level.", Job, "level");

    public Gauge Running { get; } = metrics.Gauge("logitems_job_running", "Whether a run of the job is in progress: 1 if it is, 0 if not.", Job);

    public Gauge RunningStart { get; } = metrics.Gauge(
        "logitems_job_running_start_timestamp_seconds", "Unix time at which the run in progress started.", Job);
}

using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The metrics of a fleet, in their own registry.</summary>
internal sealed class FleetMetrics
{
    private readonly MetricFactory _factory;
    private readonly string[] _serverLabels;

    public FleetMetrics(Fleet fleet)
    {
        _factory = Metrics.WithCustomRegistry(Registry);
        // The exporter's own resource usage.
        DotNetStats.Register(Registry);
        _serverLabels = ["server", .. fleet.LabelNames];
        (Server, Job) = (new ServerGauges(this), new JobGauges(this));
        Polls = Count("logitems_polls_total", "Number of polls of the server.");
        PollFailures = Count(
            "logitems_poll_failures_total",
            $"Number of polls of the server that failed, by reason: {string.Join(", ", PollFailureReason.All.SkipLast(1))} or {PollFailureReason.All[^1]}.",
            "reason");
        Requests = Count("logitems_requests_total", "Number of responses that polls of the server received.");
    }

    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    public ServerGauges Server { get; }

    public JobGauges Job { get; }

    public Counter Polls { get; }

    public Counter PollFailures { get; }

    public Counter Requests { get; }

    /// <summary>Creates a gauge with the labels of the server.</summary>
    public Gauge Gauge(string name, string help, params IReadOnlyList<string> labels) =>
        _factory.CreateGauge(name, help, [.. _serverLabels, .. labels], new GaugeConfiguration { SuppressInitialValue = true });

    private Counter Count(string name, string help, params IReadOnlyList<string> labels) =>
        _factory.CreateCounter(name, help, [.. _serverLabels, .. labels]);
}

using System.Diagnostics.Metrics;
using Prometheus;

namespace LogItems.Export.Prometheus;

/// <summary>The metrics of a meter and of the process, in the text format of Prometheus.</summary>
/// <remarks>
/// Names follow OpenTelemetry's rules for Prometheus: <c>logitems.export.polls</c> is <c>logitems_export_polls_total</c>, and seconds are part of the name. An
/// instrument always has the same attributes, which become labels. <see cref="MeterAdapter"/> of prometheus-net adds neither unit nor suffix.
/// </remarks>
internal sealed class MeterExposition : IDisposable
{
    private readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();
    private readonly MetricFactory _factory;
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();

    /// <param name="meter">The name of the meter.</param>
    public MeterExposition(string meter)
    {
        _factory = Metrics.WithCustomRegistry(_registry);
        DotNetStats.Register(_registry);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Writes the metrics (<c>text/plain; version=0.0.4; charset=utf-8</c>).</summary>
    public Task WriteAsync(Stream output, CancellationToken cancellationToken)
    {
        _listener.RecordObservableInstruments();
        return _registry.CollectAndExportAsTextAsync(output, cancellationToken);
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var (names, values) = (new string[tags.Length], new string[tags.Length]);
        for (var index = 0; index < tags.Length; index++)
        {
            (names[index], values[index]) = (tags[index].Key, tags[index].Value?.ToString() ?? "");
        }

        // Creating a metric that exists returns it.
        lock (_gate)
        {
            var (name, help) = (NameOf(instrument), instrument.Description ?? "");
            switch (instrument)
            {
                case Counter<long>:
                    _factory.CreateCounter(name, help, names).WithLabels(values).Inc(value);
                    break;
                case Histogram<double> histogram:
                    var buckets = histogram.Advice?.HistogramBucketBoundaries?.ToArray();
                    _factory.CreateHistogram(name, help, names, new HistogramConfiguration { Buckets = buckets }).WithLabels(values).Observe(value);
                    break;
                default:
                    _factory.CreateGauge(name, help, names).WithLabels(values).Set(value);
                    break;
            }
        }
    }

    private static string NameOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return instrument.Name.Replace('.', '_') + unit + (instrument is Counter<long> ? "_total" : "");
    }
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace LogItems.Export.Tests.Support;

/// <summary>What the meter of the export measures.</summary>
internal sealed class MeterRecorder : IDisposable
{
    private readonly MeterListener _listener = new();

    public MeterRecorder()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "LogItems.Export")
            {
                Instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    public ConcurrentDictionary<string, Instrument> Instruments { get; } = new();

    /// <summary>The sum of a counter, the number of measurements of a histogram, or the last value of a gauge, by instrument and attributes.</summary>
    public ConcurrentDictionary<string, double> Values { get; } = new();

    /// <summary>The value of a series such as <c>polls{result=success}</c>; null if there is none.</summary>
    public double? this[string series]
    {
        get
        {
            _listener.RecordObservableInstruments();
            return Values.TryGetValue("logitems.export." + series, out var value) ? value : null;
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var attributes = string.Join(',', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
        Values.AddOrUpdate(
            attributes.Length == 0 ? instrument.Name : $"{instrument.Name}{{{attributes}}}",
            _ => instrument is Histogram<double> ? 1 : value,
            (_, before) => instrument is Histogram<double> ? before + 1 : instrument.IsObservable ? value : before + value);
    }
}

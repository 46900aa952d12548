using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;

namespace LogItems.Client.Tests.Diagnostics;

/// <summary>Takes down everything that the client logs, traces and measures.</summary>
internal sealed class Recorder : ILoggerFactory, ILogger
{
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters = new();

    public Recorder()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "LogItems.Client" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (Activities)
                {
                    Activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "LogItems.Client")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (Counts)
            {
                Counts[instrument.Name] = Counts.GetValueOrDefault(instrument.Name) + value;
                MeasuredTags.AddRange(tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"));
            }
        });
        _meters.Start();
    }

    public List<string> Lines { get; } = [];

    public List<Activity> Activities { get; } = [];

    public Dictionary<string, long> Counts { get; } = [];

    public List<string> MeasuredTags { get; } = [];

    /// <summary>All of it as text.</summary>
    public string Everything => string.Join('\n', Lines
        .Concat(MeasuredTags)
        .Concat(Activities.Select(activity =>
            $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)} "
            + string.Join(' ', activity.Events.SelectMany(e => e.Tags)))));

    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (Lines)
        {
            Lines.Add($"{logLevel} {formatter(state, exception)} {exception}");
        }
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
    }
}

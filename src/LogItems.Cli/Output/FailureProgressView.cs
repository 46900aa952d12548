using System.Globalization;
using LogItems.Cli.Hosting;
using LogItems.Monitoring;

namespace LogItems.Cli.Output;

/// <summary>Shows on a terminal how far a report of failures has got, and removes the line at the end.</summary>
internal sealed class FailureProgressView : IDisposable
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    private readonly TimeProvider _time;
    private readonly LiveArea? _area;
    private long? _drawn;

    public FailureProgressView(CommandEnvironment host)
    {
        _time = host.Time;
        _area = host.Size is { } size ? new LiveArea(host, size) : null;
    }

    /// <summary>Draws the progress, unless that was done a moment ago.</summary>
    public void Show(FailureProgress progress)
    {
        if (_area is null || (_drawn is { } drawn && progress.Sessions < progress.TotalSessions && _time.GetElapsedTime(drawn) < MinInterval))
        {
            return;
        }

        _drawn = _time.GetTimestamp();
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Sessions:N0} of {progress.TotalSessions:N0} sessions, {progress.Failures:N0} failures");
        _area.Draw([[(text, null)]]);
    }

    public void Dispose() => _area?.Dispose();
}

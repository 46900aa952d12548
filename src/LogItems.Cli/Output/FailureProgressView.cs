using System.Globalization;
using LogItems.Cli.Hosting;
using LogItems.Monitoring;

namespace LogItems.Cli.Output;

/// <summary>Shows the progress of a failure report on a terminal, and removes the line at the end.</summary>
/// <remarks>The report is written last, so the line can be shown on stdout if it is the terminal; otherwise on stderr.</remarks>
internal sealed class FailureProgressView(CommandEnvironment host, bool isWanted) : IDisposable
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromMilliseconds(100);

    private readonly TextWriter? _terminal = !isWanted ? null : host.CanShowProgress ? host.Error : host.Size is not null ? host.Out : null;
    private long? _drawn;

    /// <summary>Draws the progress, at a limited rate.</summary>
    public void Show(FailureProgress progress)
    {
        if (_drawn is { } drawn && progress.Sessions < progress.TotalSessions && host.Time.GetElapsedTime(drawn) < MinInterval)
        {
            return;
        }

        _drawn = host.Time.GetTimestamp();
        Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Sessions:N0} of {progress.TotalSessions:N0} sessions, {progress.Failures:N0} failures"));
    }

    public void Dispose()
    {
        if (_drawn is not null)
        {
            Write("");
        }
    }

    private void Write(string text)
    {
        _terminal?.Write(ProgressLine.Erase + text);
        _terminal?.Flush();
    }
}

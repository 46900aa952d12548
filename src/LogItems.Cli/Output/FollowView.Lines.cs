using System.Globalization;
using Spectre.Console;

namespace LogItems.Cli.Output;

internal sealed partial class FollowView
{
    private static readonly Style Bold = new(decoration: Decoration.Bold);
    private static readonly Style Dim = new(decoration: Decoration.Dim);
    private static readonly Style Alarm = new(Color.Yellow);

    private IEnumerable<(string Text, Style? Style)> SessionLine()
    {
        yield return ($"Session {_session.Id}", Bold);
        if (_status?.Session is { } session)
        {
            yield return ("  ", null);
            yield return State(session);
            if (session.StartedAt is { } start)
            {
                yield return ($"  since {RecordText.Clock(start)}  {RecordText.Elapsed(_time.GetUtcNow() - start)}", null);
            }
        }
    }

    private IEnumerable<(string Text, Style? Style)> CountLine()
    {
        yield return (string.Create(CultureInfo.InvariantCulture, $"{_session.Count:N0} {(_session.Count == 1 ? "item" : "items")}"), null);
        var gap = ": ";
        foreach (var (level, count) in _session.Counts)
        {
            yield return (gap, null);
            yield return (string.Create(CultureInfo.InvariantCulture, $"{count:N0} {level.Word}"), LogItemLayout.StyleOf(level.Value));
            gap = ", ";
        }
    }

    private IEnumerable<(string Text, Style? Style)> ItemLine(LogItem item)
    {
        yield return ($"  {LogItemLayout.LevelOf(item),-7}", LogItemLayout.StyleOf(item.Level));
        var elapsed = item.StartedAt is { } start ? RecordText.Elapsed(_time.GetUtcNow() - start) : "";
        yield return ($"  {elapsed,-8}  {item.Text}", null);
    }

    private static IEnumerable<IEnumerable<(string Text, Style? Style)>> MoreLines(int count) =>
        count > 0 ? [[(string.Create(CultureInfo.InvariantCulture, $"  and {count:N0} more running"), Dim)]] : [];

    private IEnumerable<(string Text, Style? Style)> ClientLine()
    {
        if (_status is not { NextPoll: { } wait } status)
        {
            return [("polling the server", Dim)];
        }

        var since = _time.GetElapsedTime(_polledAt);
        var seconds = Math.Ceiling((wait - since).TotalSeconds);
        var when = seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"in {seconds:0} s") : "now";
        return status.Failure is { } failure
            ? [($"server unavailable for {RecordText.Elapsed(status.Outage + since)}, retrying {when}: {failure.Message}", Alarm)]
            : [($"next poll {when}", Dim)];
    }

    private IEnumerable<(string Text, Style? Style)> SummaryLine()
    {
        yield return ($"Session {_session.Id}", Bold);
        if (_status?.Session is { } session)
        {
            yield return ("  ", null);
            yield return State(session);
            if (session.Duration is { } duration)
            {
                yield return ($" after {RecordText.Duration(duration, isRunning: false)}", null);
            }
        }

        yield return ("  ", null);
        foreach (var piece in CountLine())
        {
            yield return piece;
        }
    }

    private static (string Text, Style? Style) State(JobSession session) =>
        (session.StatusText ?? (session.IsRunning ? "Running" : "Ended"), JobSessionLayout.StyleOf(session.Status));
}

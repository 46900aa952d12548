namespace LogItems.Monitoring.Summaries;

/// <summary>The periods in which a session was busy, according to its items.</summary>
internal sealed class ActivityTimes
{
    /// <summary>The share of the duration from which an item without an object spans the session: <c>Found 66 objects</c> ends with the job.</summary>
    private const double WholeSession = 0.9;

    private readonly List<(long Start, long End, bool HasObject)> _times = [];

    public void Add(DateTimeOffset start, DateTimeOffset end, bool hasObject) => _times.Add((start.UtcTicks, end.UtcTicks, hasObject));

    /// <summary>The periods between start and end without activity; empty if no item has times.</summary>
    public IReadOnlyList<IdleTime> Gaps(DateTimeOffset start, DateTimeOffset end)
    {
        var gaps = new List<IdleTime>();
        var accompanying = (end - start).Ticks * WholeSession;
        var busy = _times.FindAll(time => time.HasObject || time.End - time.Start < accompanying);
        if (busy.Count == 0)
        {
            return gaps;
        }

        busy.Sort();
        var until = start.UtcTicks;
        foreach (var (from, to, _) in busy.Append((end.UtcTicks, end.UtcTicks, true)))
        {
            // If the server's clock is ahead, a session can start after the current time and so end before it begins.
            var gapEnd = Math.Min(from, end.UtcTicks);
            if (gapEnd > until)
            {
                gaps.Add(new IdleTime(new DateTimeOffset(until, TimeSpan.Zero).ToOffset(start.Offset), TimeSpan.FromTicks(gapEnd - until)));
            }

            until = Math.Max(until, to);
            if (until >= end.UtcTicks)
            {
                break;
            }
        }

        return gaps;
    }
}

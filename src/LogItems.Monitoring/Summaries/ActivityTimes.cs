namespace LogItems.Monitoring.Summaries;

/// <summary>The times in which a session was busy, as its items show them.</summary>
internal sealed class ActivityTimes
{
    /// <summary>The share of the session from which on an item without an object accompanies it: <c>Found 66 objects</c> ends with the job.</summary>
    private const double WholeSession = 0.9;

    private readonly List<(long Start, long End, bool HasObject)> _times = [];

    public void Add(DateTimeOffset start, DateTimeOffset end, bool hasObject) => _times.Add((start.UtcTicks, end.UtcTicks, hasObject));

    /// <summary>The times between start and end in which nothing was busy; none where no item shows it.</summary>
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
            // A session that started after now, by a clock of the server that is ahead, ends before it begins.
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

namespace LogItems.Monitoring.Summaries;

/// <summary>Counts the items of a session, and keeps those that took longest.</summary>
internal sealed class SummaryCollector(JobSession session, DateTimeOffset now, int slowest)
{
    private readonly SortedDictionary<LogItemLevel, long> _levels = [];
    private readonly PriorityQueue<LogItem, (TimeSpan Duration, long Order)> _slowest = new();
    private readonly ActivityTimes _activity = new();

    public IReadOnlyDictionary<LogItemLevel, long> Levels => _levels;

    /// <summary>The slowest items, slowest first.</summary>
    public IReadOnlyList<LogItem> Slowest() => [.. _slowest.UnorderedItems.OrderByDescending(entry => entry.Priority).Select(entry => entry.Element)];

    public IReadOnlyList<IdleTime> Idle() => session.StartedAt is { } start ? _activity.Gaps(start, session.EndedAt ?? now) : [];

    public void Add(LogItem item)
    {
        _levels[item.Level] = _levels.GetValueOrDefault(item.Level) + 1;
        if (item.StartedAt is not { } start)
        {
            return;
        }

        var end = item.EndedAt ?? now;
        _activity.Add(start, end, item.Subject is not null);
        if (item.Subject is null || slowest == 0)
        {
            return;
        }

        var priority = (end - start, -item.Usn);
        if (_slowest.Count < slowest)
        {
            _slowest.Enqueue(item, priority);
        }
        else
        {
            _slowest.EnqueueDequeue(item, priority);
        }
    }
}

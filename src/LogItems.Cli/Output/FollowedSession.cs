namespace LogItems.Cli.Output;

/// <summary>The state of a followed session: the number of items of each level and the running items.</summary>
internal sealed class FollowedSession(Guid id)
{
    private readonly Dictionary<Guid, Level> _levels = [];
    private readonly SortedDictionary<Level, int> _counts = new(Comparer<Level>.Create(Level.Compare));
    private readonly Dictionary<Guid, LogItem> _running = [];
    private readonly HashSet<Guid> _ended = [];

    public Guid Id => id;

    /// <summary>The number of items.</summary>
    public int Count => _levels.Count;

    /// <summary>The number of items of each level that occurs.</summary>
    public IEnumerable<KeyValuePair<Level, int>> Counts => _counts.Where(count => count.Value > 0);

    /// <summary>The running items, the longest running first.</summary>
    public IReadOnlyList<LogItem> Running => [.. _running.Values.OrderBy(item => item.StartedAt).ThenBy(item => item.Usn)];

    /// <summary>Adds an item, or updates it.</summary>
    /// <returns>Whether the item has ended; true once per item.</returns>
    public bool Add(LogItem item)
    {
        var level = new Level(item.Level, LogItemLayout.LevelOf(item));
        if (_levels.TryGetValue(item.Id, out var before))
        {
            _counts[before]--;
        }

        _levels[item.Id] = level;
        _counts[level] = _counts.GetValueOrDefault(level) + 1;
        if (item.IsRunning)
        {
            _running[item.Id] = item;
            return false;
        }

        _running.Remove(item.Id);
        return _ended.Add(item.Id);
    }

    /// <summary>A level and its name.</summary>
    internal readonly record struct Level(LogItemLevel Value, string Word)
    {
        public static int Compare(Level left, Level right) =>
            left.Value != right.Value ? left.Value.CompareTo(right.Value) : string.CompareOrdinal(left.Word, right.Word);
    }
}

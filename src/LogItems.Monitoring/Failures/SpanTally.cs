namespace LogItems.Monitoring.Failures;

/// <summary>The failures of a group in one of the two spans.</summary>
internal sealed class SpanTally
{
    private DistinctValues<int> _nights;

    public long Count { get; private set; }

    public LogItemLevel Level { get; private set; } = LogItemLevel.Success;

    public int Nights => _nights.Count;

    public void Add(LogItemLevel level, int night)
    {
        Count++;
        Level = Severity.Max(Level, level);
        _nights.Add(night);
    }

    public void Add(SpanTally other)
    {
        Count += other.Count;
        Level = Severity.Max(Level, other.Level);
        _nights.UnionWith(other._nights);
    }
}

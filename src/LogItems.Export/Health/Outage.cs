namespace LogItems.Export.Health;

/// <summary>How long something has not worked.</summary>
internal sealed class Outage(TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _since;

    /// <summary>The time since the first failure after which nothing succeeded; null if the last attempt succeeded.</summary>
    public TimeSpan? Duration
    {
        get
        {
            lock (_gate)
            {
                return _since is { } since ? time.GetElapsedTime(since) : null;
            }
        }
    }

    public void Fail()
    {
        lock (_gate)
        {
            _since ??= time.GetTimestamp();
        }
    }

    public void Succeed()
    {
        lock (_gate)
        {
            _since = null;
        }
    }
}

namespace LogItems.Export.Scheduling;

/// <summary>How long a server has not responded, also over several polls.</summary>
internal sealed class ServerSilence(TimeProvider time)
{
    private readonly Lock _gate = new();
    private long? _since;

    /// <summary>The time since the first wait that no response has ended; zero if the server responded to the last request.</summary>
    public TimeSpan Duration
    {
        get
        {
            lock (_gate)
            {
                return _since is { } since ? time.GetElapsedTime(since) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Reports that a response is waited for.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            _since ??= time.GetTimestamp();
        }
    }

    /// <summary>Reports a response.</summary>
    public void End()
    {
        lock (_gate)
        {
            _since = null;
        }
    }
}

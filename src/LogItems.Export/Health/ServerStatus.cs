using LogItems.Export.Scheduling;

namespace LogItems.Export.Health;

/// <summary>The status of a server of the export, from polls of this worker and of other workers that share the fleet.</summary>
internal sealed class ServerStatus(string name, TimeSpan interval, TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly long _origin = time.GetTimestamp();
    private TimeSpan _readAt;
    private TimeSpan _failedAt;
    private ServerState _state;
    private bool _isPolling;
    private bool _isPolledElsewhere;

    public string Name => name;

    /// <summary>The time from the end of a poll to the next.</summary>
    public TimeSpan Interval => interval;

    /// <summary>The time for which the server has not responded to this worker.</summary>
    public ServerSilence Silence { get; } = new(time);

    /// <summary>The state after the last poll of any worker. A server that does not respond to its first poll counts as failing.</summary>
    public ServerState State => Read(() => _state == ServerState.Waiting && _isPolling && Silence.Duration >= PollSlots.YieldAfter
        ? ServerState.Failing
        : _state);

    /// <summary>The time since the end of the last poll that read it to the end; before the first, since the start of the export.</summary>
    public TimeSpan Lag => Read(() => Now - _readAt);

    /// <summary>Determines whether a worker is reading the server; whether it responds is known only for this worker.</summary>
    /// <param name="maxSilence">The maximum time without a response.</param>
    public bool IsBeingRead(TimeSpan maxSilence) => Read(() => _isPolling ? Silence.Duration <= maxSilence : _isPolledElsewhere);

    private TimeSpan Now => time.GetElapsedTime(_origin);

    /// <summary>Records the start of the export.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            (_readAt, _state) = (Now, ServerState.Waiting);
        }
    }

    /// <summary>Records the start of a poll of this worker.</summary>
    public void BeginPoll()
    {
        lock (_gate)
        {
            _isPolling = true;
        }
    }

    /// <summary>Records the end of a poll of this worker.</summary>
    /// <param name="state">The state of the server; null if the poll did not determine it because something else failed.</param>
    /// <param name="wasRead">Whether the server was read to the end.</param>
    public void EndPoll(ServerState? state, bool wasRead)
    {
        lock (_gate)
        {
            _isPolling = false;
            _state = state ?? _state;
            _readAt = wasRead ? Now : _readAt;
            _failedAt = state is null or ServerState.Ok ? _failedAt : Now;
        }
    }

    /// <summary>Adds the progress of all workers from the store.</summary>
    public void Add(ServerProgress progress)
    {
        lock (_gate)
        {
            _isPolledElsewhere = progress.IsLeased;
            var readAt = Now - progress.Age;
            if (readAt > _readAt)
            {
                // A server that another worker has read in the meantime works again.
                (_readAt, _state) = (readAt.Value, readAt > _failedAt ? ServerState.Ok : _state);
            }
            else if (readAt is not null && _state == ServerState.Waiting)
            {
                _readAt = readAt.Value;
            }
        }
    }

    private T Read<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }
}

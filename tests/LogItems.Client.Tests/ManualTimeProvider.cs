namespace LogItems.Client.Tests;

/// <summary>A clock that stands still until it is moved, and whose timers fire when it is moved past them.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private readonly Dictionary<TimeSpan, TaskCompletionSource> _awaited = [];
    private DateTimeOffset _now = new(2026, 11, 20, 19, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How much the wall clock is ahead of where it would be, as if somebody had set it.</summary>
    public TimeSpan Jump { get; set; }

    public override DateTimeOffset GetUtcNow() => _now + Jump;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan time)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += time;
            due = _timers.FindAll(timer => timer.Due <= _now);
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Completes when somebody waits for just this long; the clock can then be moved.</summary>
    public Task WaitForTimerAsync(TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (_timers.Exists(timer => timer.DueTime == dueTime))
            {
                return Task.CompletedTask;
            }

            _awaited.TryAdd(dueTime, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited[dueTime].Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTimeProvider clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan DueTime { get; private set; }

        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    (DueTime, Due) = (dueTime, clock._now + dueTime);
                    clock._timers.Add(this);
                    if (clock._awaited.Remove(dueTime, out var awaited))
                    {
                        awaited.SetResult();
                    }
                }
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._gate)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

using Microsoft.Extensions.Time.Testing;

namespace LogItems.Client.Tests;

/// <summary>A clock that stands still until it is moved, and says when somebody waits on it.</summary>
internal sealed class ManualTimeProvider() : FakeTimeProvider(new DateTimeOffset(2026, 11, 20, 19, 0, 0, TimeSpan.Zero))
{
    private readonly Lock _gate = new();
    private readonly HashSet<NotedTimer> _timers = [];
    private readonly Dictionary<TimeSpan, TaskCompletionSource> _awaited = [];
    private TimeSpan _jump;

    /// <summary>How much the wall clock is ahead of where it would be, as if somebody had set it; timers and timestamps do not notice.</summary>
    public TimeSpan Jump
    {
        get => _jump;
        set
        {
            AdjustTime(GetUtcNow() - _jump + value);
            _jump = value;
        }
    }

    // Adjusting the time moves the timestamps of the base class, too.
    public override long GetTimestamp() => base.GetTimestamp() - _jump.Ticks;

    /// <summary>Completes when somebody waits for just this long; the clock can then be moved.</summary>
    public Task WaitForTimerAsync(TimeSpan dueTime)
    {
        lock (_gate)
        {
            if (_timers.Any(timer => timer.DueTime == dueTime))
            {
                return Task.CompletedTask;
            }

            _awaited.TryAdd(dueTime, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            return _awaited[dueTime].Task;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new NotedTimer(this, noted => base.CreateTimer(noted, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), callback);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Note(NotedTimer timer)
    {
        lock (_gate)
        {
            _timers.Add(timer);
            if (_awaited.Remove(timer.DueTime, out var awaited))
            {
                awaited.SetResult();
            }
        }
    }

    private void Forget(NotedTimer timer)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
        }
    }

    private sealed class NotedTimer : ITimer
    {
        private readonly ManualTimeProvider _clock;
        private readonly ITimer _timer;

        public NotedTimer(ManualTimeProvider clock, Func<TimerCallback, ITimer> create, TimerCallback callback)
        {
            _clock = clock;
            _timer = create(state =>
            {
                clock.Forget(this);
                callback(state);
            });
        }

        public TimeSpan DueTime { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            DueTime = dueTime;
            var changed = _timer.Change(dueTime, period);
            if (dueTime >= TimeSpan.Zero)
            {
                _clock.Note(this);
            }
            else
            {
                _clock.Forget(this);
            }

            return changed;
        }

        public void Dispose()
        {
            _clock.Forget(this);
            _timer.Dispose();
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}

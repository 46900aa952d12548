namespace LogItems.Contracts.Tests.Support;

/// <summary>A clock on which every wait is over at once, and has taken its time all the same.</summary>
internal sealed class LeapingTimeProvider : TimeProvider
{
    private long _leapt;

    public TimeSpan Leapt => TimeSpan.FromTicks(Interlocked.Read(ref _leapt));

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _leapt);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
        {
            return base.CreateTimer(callback, state, dueTime, period);
        }

        Interlocked.Add(ref _leapt, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}

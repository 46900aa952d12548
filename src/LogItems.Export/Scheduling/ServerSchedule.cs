namespace LogItems.Export.Scheduling;

/// <summary>The time of the next poll of a server: at its interval, less often after failures, and rarely after many failures in a row.</summary>
/// <remarks>Not thread-safe, except for reading <see cref="Circuit"/> and <see cref="Failures"/>.</remarks>
internal sealed class ServerSchedule(string server, TimeSpan interval, ScheduleOptions options)
{
    private TimeSpan _delay;
    private long _reportedAt;

    /// <summary>The state of the circuit.</summary>
    public CircuitState Circuit { get; private set; }

    /// <summary>The number of failures in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Gets whether the last poll succeeded; false before the first.</summary>
    public bool IsProven { get; private set; }

    /// <summary>The time from the last report to the next poll; zero before the first.</summary>
    public TimeSpan Delay => _delay;

    /// <summary>Waits until the next poll is due. With an open circuit, it is a trial.</summary>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var left = _delay == TimeSpan.Zero ? TimeSpan.Zero : _delay - options.TimeProvider.GetElapsedTime(_reportedAt);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }

        Circuit = Circuit == CircuitState.Open ? CircuitState.HalfOpen : Circuit;
    }

    /// <summary>Records a successful poll.</summary>
    public void Succeed()
    {
        if (Circuit != CircuitState.Closed)
        {
            ScheduleLog.Closed(options.Logger, server, Failures);
            ScheduleMetrics.Report(server, "closed");
        }

        (Circuit, Failures, IsProven) = (CircuitState.Closed, 0, true);
        Next(interval);
    }

    /// <summary>Records a failed poll.</summary>
    /// <param name="reason">The reason, for the log.</param>
    public void Fail(string reason)
    {
        (Failures, IsProven) = (Failures + 1, false);
        if (Failures < options.FailuresToOpen)
        {
            Next(BackOff());
            ScheduleLog.Failed(options.Logger, server, Failures, _delay, reason);
            return;
        }

        Next(Longer(options.OpenDuration));
        if (Circuit == CircuitState.Closed)
        {
            ScheduleLog.Opened(options.Logger, server, Failures, _delay, reason);
            ScheduleMetrics.Report(server, "open");
        }

        Circuit = CircuitState.Open;
    }

    /// <summary>The interval, doubled with each failure after the first.</summary>
    private TimeSpan BackOff()
    {
        var doubled = interval.TotalSeconds * Math.Pow(2, Math.Min(Failures - 1, 30));
        return doubled < options.MaxBackOff.TotalSeconds ? TimeSpan.FromSeconds(doubled) : Longer(options.MaxBackOff);
    }

    private TimeSpan Longer(TimeSpan time) => time > interval ? time : interval;

    private void Next(TimeSpan delay)
    {
        _delay = delay * (1 + (options.Jitter * (options.Random.NextDouble() - 0.5)));
        _reportedAt = options.TimeProvider.GetTimestamp();
    }
}

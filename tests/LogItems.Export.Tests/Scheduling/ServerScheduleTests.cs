using LogItems.Client.Tests;
using LogItems.Export.Scheduling;
using LogItems.Export.Tests.Support;
using Microsoft.Extensions.Logging;

namespace LogItems.Export.Tests.Scheduling;

public class ServerScheduleTests
{
    private static readonly FleetServer Server = TestFleet.Server(new Uri("https://a:4443"), "paris", TimeSpan.FromSeconds(10));

    private readonly List<string> _log = [];

    [Test]
    public void Delay_Failures_DoublesUpToTheBound()
    {
        var schedule = new ServerSchedule(Server.Name, Server.Interval, Options() with { FailuresToOpen = 100, MaxBackOff = TimeSpan.FromSeconds(60) });
        var delays = new List<double>();
        for (var failure = 0; failure < 6; failure++)
        {
            schedule.Fail("");
            delays.Add(schedule.Delay.TotalSeconds);
        }

        schedule.Succeed();

        Assert.That(delays, Is.EqualTo(new double[] { 10, 20, 40, 60, 60, 60 }));
        Assert.That(schedule.Delay.TotalSeconds, Is.EqualTo(10));
    }

    [Test]
    public void Delay_IntervalLongerThanTheBound_IsNotShortened()
    {
        var schedule = new ServerSchedule(Server.Name, TimeSpan.FromHours(2), Options() with { FailuresToOpen = 2 });
        schedule.Fail("");
        var backOff = schedule.Delay;
        schedule.Fail("");

        Assert.That((backOff, schedule.Delay), Is.EqualTo((TimeSpan.FromHours(2), TimeSpan.FromHours(2))));
    }

    [Test]
    public void Delay_Jitter_StaysWithinItsShare()
    {
        var schedule = new ServerSchedule(Server.Name, Server.Interval, Options() with { Jitter = 0.2, Random = new Random(1) });
        var delays = Enumerable.Range(0, 1000).Select(_ =>
        {
            schedule.Succeed();
            return schedule.Delay.TotalSeconds;
        }).ToList();

        Assert.That(delays, Is.All.InRange(9, 11));
        Assert.That(delays.Max() - delays.Min(), Is.GreaterThan(1.9));
    }

    [Test]
    public async Task Circuit_FailuresInARow_OpensTriesAndCloses()
    {
        var time = new ManualTimeProvider();
        var schedule = new ServerSchedule(
            Server.Name, Server.Interval, Options() with { TimeProvider = time, FailuresToOpen = 2, OpenDuration = TimeSpan.FromSeconds(100) });
        var states = new List<CircuitState>();
        async Task WaitAsync(double seconds)
        {
            var waiting = schedule.WaitAsync(CancellationToken.None);
            Assert.That(waiting.IsCompleted, Is.False);
            time.Advance(TimeSpan.FromSeconds(seconds));
            await waiting;
            states.Add(schedule.Circuit);
        }

        await schedule.WaitAsync(CancellationToken.None);
        schedule.Fail("No route.");
        await WaitAsync(10);
        schedule.Fail("No route.");
        states.Add(schedule.Circuit);
        await WaitAsync(100);
        schedule.Fail("No route.");
        states.Add(schedule.Circuit);
        await WaitAsync(100);
        schedule.Succeed();
        states.Add(schedule.Circuit);

        Assert.That(states, Is.EqualTo(new[]
        {
            CircuitState.Closed, CircuitState.Open, CircuitState.HalfOpen, CircuitState.Open, CircuitState.HalfOpen, CircuitState.Closed,
        }));
        Assert.That(_log, Is.EqualTo(new[]
        {
            "Warning: Server paris failed 1 times in a row; the next poll is in 00:00:10. No route.",
            "Error: The circuit of server paris opened after 2 failures in a row; it will be retried in 00:01:40. No route.",
            "Information: The circuit of server paris closed; the server works again after 3 failures",
        }));
    }

    private ScheduleOptions Options() => new() { Jitter = 0, TimeProvider = new ManualTimeProvider(), Logger = new ListLogger(_log) };

    private sealed class ListLogger(List<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}

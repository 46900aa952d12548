using System.Collections.Concurrent;
using System.Threading.Channels;
using LogItems.Client.Tests;
using LogItems.Export.Scheduling;
using LogItems.Export.Tests.Support;

namespace LogItems.Export.Tests.Scheduling;

public class FleetSchedulerTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task Run_ServersWithTheirIntervals_ArePolledAtThem()
    {
        var polled = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        var scheduler = Scheduler(8, Server("slow", 60), Server("fast", 20));

        var running = scheduler.RunAsync((server, cancellationToken) => polled.Writer.WriteAsync(server.Name, cancellationToken).AsTask(), stop.Token);
        var polls = new List<string> { await polled.Reader.ReadAsync(), await polled.Reader.ReadAsync() };
        for (var second = 0; second < 60; second += 20)
        {
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(20));
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(60));
            _time.Advance(TimeSpan.FromSeconds(20));
            polls.Add(await polled.Reader.ReadAsync());
        }

        polls.Add(await polled.Reader.ReadAsync());
        await stop.CancelAsync();

        Assert.That(polls.Count(name => name == "slow"), Is.EqualTo(2));
        Assert.That(polls.Count(name => name == "fast"), Is.EqualTo(4));
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Run_ManyServers_KeepsToTheBound()
    {
        var (inside, most) = (0, 0);
        var gate = new TaskCompletionSource();
        using var entered = new SemaphoreSlim(0);
        using var stop = new CancellationTokenSource();
        var scheduler = Scheduler(4, [.. Enumerable.Range(0, 20).Select(number => Server($"s{number}", 60))]);

        var running = scheduler.RunAsync(
            async (_, _) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref inside));
                entered.Release();
                await gate.Task;
                Interlocked.Decrement(ref inside);
            },
            stop.Token);
        for (var slot = 0; slot < 4; slot++)
        {
            await entered.WaitAsync();
        }

        gate.SetResult();
        for (var server = 4; server < 20; server++)
        {
            await entered.WaitAsync();
        }

        await stop.CancelAsync();
        Assert.That(most, Is.EqualTo(4));
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Servers that hang when they are polled give their slots to others, in turn.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task Run_ServersBeginToHang_OthersArePolled(CancellationToken cancellationToken)
    {
        var (hang, polls) = (new TaskCompletionSource(), new ConcurrentDictionary<string, int>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var scheduler = Scheduler(2, [.. Enumerable.Range(0, 20).Select(number => Server($"hangs{number}", 60)), Server("works", 60)]);

        var running = scheduler.RunAsync(
            (server, _) =>
            {
                var count = polls.AddOrUpdate(server.Name, 1, (_, before) => before + 1);
                return count > 1 && server.Name != "works" ? hang.Task : Task.CompletedTask;
            },
            stop.Token);
        while (polls.GetValueOrDefault("works") < 5 || polls.Values.Any(count => count < 2))
        {
            cancellationToken.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await stop.CancelAsync();
        hang.SetResult();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Servers that do not respond take no slot, at first or after a failure, and keep none that failed once from being polled again.</summary>
    [TestCase(0)]
    [TestCase(1)]
    [CancelAfter(60_000)]
    public async Task Run_ServersDoNotRespond_OthersArePolled(int polls, CancellationToken cancellationToken)
    {
        var (hang, counts) = (new TaskCompletionSource(), new ConcurrentDictionary<string, int>());
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var scheduler = Scheduler(2, [.. Enumerable.Range(0, 80).Select(number => Server($"hangs{number}", 60)), Server("works", 50), Server("failed", 60)]);

        var running = scheduler.RunAsync(
            (server, _) => counts.AddOrUpdate(server.Name, 1, (_, before) => before + 1) == 1 && server.Name != "works"
                ? throw new HttpRequestException("No route.")
                : Task.CompletedTask,
            (server, _) => server.Name is "works" or "failed" || counts.GetValueOrDefault(server.Name) < polls ? Task.CompletedTask : hang.Task,
            stop.Token);
        while (counts.GetValueOrDefault("works") < 5 || counts.GetValueOrDefault("failed") < 3)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        var hanging = counts.Where(count => count.Key.StartsWith("hangs", StringComparison.Ordinal));
        Assert.That(hanging.Select(count => count.Value), Is.All.LessThanOrEqualTo(polls));
        await stop.CancelAsync();
        hang.SetResult();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task Run_ServerCannotBeReached_IsNotPolledAndCountsAsFailed()
    {
        var reached = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        var scheduler = Scheduler(2, Server("broken", 60));

        var running = scheduler.RunAsync(
            (_, _) => throw new InvalidOperationException("It is polled."),
            async (server, cancellationToken) =>
            {
                await reached.Writer.WriteAsync(server.Name, cancellationToken);
                throw new HttpRequestException("No route.");
            },
            stop.Token);
        await reached.Reader.ReadAsync();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(60));
        _time.Advance(TimeSpan.FromSeconds(60));
        await reached.Reader.ReadAsync();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(120));

        Assert.That(scheduler.Schedules["broken"].Failures, Is.EqualTo(2));
        await stop.CancelAsync();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    private FleetScheduler Scheduler(int maxConcurrency, params FleetServer[] servers) =>
        new(new Fleet(servers, maxConcurrency), new ScheduleOptions { Jitter = 0, TimeProvider = _time });

    private static FleetServer Server(string name, int seconds) => TestFleet.Server(new Uri("https://a:4443"), name, TimeSpan.FromSeconds(seconds));
}

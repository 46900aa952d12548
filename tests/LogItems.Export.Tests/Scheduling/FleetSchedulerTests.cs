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
        for (var place = 0; place < 3; place++)
        {
            await entered.WaitAsync();
        }

        gate.SetResult();
        for (var server = 3; server < 20; server++)
        {
            await entered.WaitAsync();
        }

        await stop.CancelAsync();
        Assert.That(most, Is.LessThanOrEqualTo(4));
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Servers that failed and hang take no place of one that works.</summary>
    [Test]
    public async Task Run_FailedServersHang_OthersArePolled()
    {
        var (hang, polls) = (new TaskCompletionSource(), new ConcurrentDictionary<string, int>());
        var polled = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        var scheduler = Scheduler(4, [Server("works", 50), .. Enumerable.Range(0, 10).Select(number => Server($"broken{number}", 60))]);

        var running = scheduler.RunAsync(
            async (server, cancellationToken) =>
            {
                await polled.Writer.WriteAsync(server.Name, cancellationToken);
                if (server.Name.StartsWith("broken", StringComparison.Ordinal))
                {
                    await (polls.AddOrUpdate(server.Name, 1, (_, count) => count + 1) > 1 ? hang.Task : Task.CompletedTask);
                    throw new HttpRequestException("No route.");
                }
            },
            stop.Token);
        for (var first = 0; first < 11; first++)
        {
            await polled.Reader.ReadAsync();
        }

        var works = 0;
        while (works < 5)
        {
            await _time.WaitForTimerAsync(TimeSpan.FromSeconds(50));
            _time.Advance(TimeSpan.FromSeconds(50));
            while (await polled.Reader.ReadAsync() != "works")
            {
            }

            works++;
        }

        await stop.CancelAsync();
        hang.SetResult();
        Assert.That(async () => await running, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>Before the first poll, too, servers that cannot be reached take no place.</summary>
    [Test]
    public async Task Run_UnreachableServersHang_TheOthersArePolledFirst()
    {
        var hang = new TaskCompletionSource();
        var polled = Channel.CreateUnbounded<string>();
        using var stop = new CancellationTokenSource();
        var scheduler = Scheduler(2, [.. Enumerable.Range(0, 20).Select(number => Server($"broken{number}", 60)), Server("works", 50)]);

        var running = scheduler.RunAsync(
            (server, cancellationToken) => polled.Writer.WriteAsync(server.Name, cancellationToken).AsTask(),
            (server, _) => server.Name == "works" ? Task.CompletedTask : hang.Task,
            stop.Token);

        Assert.That(await polled.Reader.ReadAsync(), Is.EqualTo("works"));
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

using LogItems.Export.Health;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LogItems.Export.Tests.Health;

public class ExportHealthCheckTests : ExportHealthFixture
{
    [Test]
    public async Task Check_ExportRuns_IsHealthyUntilItHasEnded()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        var run = Create(server.BaseAddress);
        var before = await run.CheckAsync();
        await run.StartAndPollAsync();
        var meanwhile = await run.CheckAsync();
        await run.Host.StopAsync();

        var after = await run.CheckAsync();

        Assert.That((before.Status, meanwhile.Status, after.Status), Is.EqualTo((HealthStatus.Unhealthy, HealthStatus.Healthy, HealthStatus.Unhealthy)));
        Assert.That(meanwhile.Description, Is.EqualTo("1 server is exported."));
        Assert.That(after.Description, Is.EqualTo("The export is not running: it has not been started, or it has ended."));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Check_StoreIsAwayAtTheStart_IsUnhealthyUntilItIsBack(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        var run = Create(server.BaseAddress, store => new LateStore(store, failures: 2));
        await run.Host.StartAsync(cancellationToken);
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(1)).WaitAsync(cancellationToken);
        var first = await run.CheckAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(2)).WaitAsync(cancellationToken);
        var second = await run.CheckAsync();
        Time.Advance(TimeSpan.FromSeconds(2));
        await run.PolledAsync(cancellationToken);

        var back = await run.CheckAsync();

        Assert.That((first.Status, second.Status, back.Status), Is.EqualTo((HealthStatus.Unhealthy, HealthStatus.Unhealthy, HealthStatus.Healthy)));
        Assert.That(first.Description, Does.StartWith("The export is not running"));
        Assert.That(Sink.Items, Has.Count.EqualTo(3));
        Assert.That(run.Host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested, Is.False);
    }

    [Test]
    public async Task Check_SinkFails_IsDegradedAndLaterUnhealthyWithoutSecrets()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        Sink.Before = _ => throw new IOException("Host=db;Password=s3cret is away.");
        var run = Create(server.BaseAddress);
        await run.StartAndPollAsync();
        var first = await run.CheckAsync();
        Time.Advance(TimeSpan.FromMinutes(5));

        var later = await run.CheckAsync();

        Assert.That((first.Status, later.Status), Is.EqualTo((HealthStatus.Degraded, HealthStatus.Unhealthy)));
        Assert.That(later.Data["sinkOutage"], Is.EqualTo(TimeSpan.FromMinutes(5)));
        Assert.That(later.Description, Is.EqualTo("Nothing could be delivered to the sink for 00:05:00; the log contains the reason."));
        Assert.That(later.Exception, Is.Null);
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Check_SinkWorksAgain_IsHealthy(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] }, cancellationToken);
        Sink.Before = _ => throw new IOException("It is away.");
        var run = Create(server.BaseAddress);
        await run.StartAndPollAsync();
        Sink.Before = _ => { };
        await run.PassTimeUntilAsync(() => Task.FromResult(!Sink.Items.IsEmpty), cancellationToken);
        await run.PassTimeUntilAsync(async () => !(await run.CheckAsync()).Data.ContainsKey("sinkOutage"), cancellationToken);

        Assert.That((await run.CheckAsync()).Status, Is.EqualTo(HealthStatus.Healthy));
    }

    [Test]
    public async Task Check_StoreIsAway_IsDegradedAndLaterUnhealthy()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        var run = Create(server.BaseAddress, wrap: store => new AwayStore(store));
        await run.Host.StartAsync();
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        var first = await run.CheckAsync();
        Time.Advance(TimeSpan.FromMinutes(1));

        var later = await run.CheckAsync();

        Assert.That((first.Status, later.Status), Is.EqualTo((HealthStatus.Degraded, HealthStatus.Unhealthy)));
        Assert.That(later.Data["storeOutage"], Is.EqualTo(TimeSpan.FromMinutes(1)));
        Assert.That(later.Description, Does.StartWith("The checkpoints could not be reached for 00:01:00"));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Check_ServerFailsAgainAndAgain_IsDegradedAndNamesIt(CancellationToken cancellationToken)
    {
        await using var server = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        await using var refusing = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Password = "another" }, cancellationToken);
        var run = Create([TestFleet.Server(server.BaseAddress, "works"), TestFleet.Server(refusing.BaseAddress, "refuses")]);
        await run.StartAndPollAsync();
        await run.PassTimeUntilAsync(async () => (await run.CheckAsync()).Data.ContainsKey("circuitOpen"), cancellationToken);

        var health = await run.CheckAsync();

        Assert.That(health.Status, Is.EqualTo(HealthStatus.Degraded));
        Assert.That(health.Data["circuitOpen"], Is.EqualTo(new[] { "refuses" }));
        Assert.That(health.Description, Does.StartWith("1 of 2 servers failed many times in a row and is polled rarely."));
    }

    [Test]
    public async Task Check_ServerIsNotPolled_IsDegradedAfterSomeIntervals()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        var run = Create(server.BaseAddress, wrap: store => new IdleStore(store), options: new ExportHealthOptions { MaxMissedIntervals = 2 });
        await run.Host.StartAsync();
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(1));
        Time.Advance(TimeSpan.FromMinutes(2));
        var first = await run.CheckAsync();
        Time.Advance(TimeSpan.FromSeconds(1));

        var later = await run.CheckAsync();

        Assert.That((first.Status, later.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Degraded)));
        Assert.That(later.Data["late"], Is.EqualTo(new[] { "a" }));
        Assert.That(later.Description, Is.EqualTo("1 of 1 server was not read for more than 2 intervals."));
    }

    /// <summary>It is polled all the time, but nothing comes of that.</summary>
    [Test]
    [CancelAfter(60_000)]
    public async Task Check_ServerHangs_IsDegradedAfterSomeIntervalsOfSilence(CancellationToken cancellationToken)
    {
        await using var server = new SilentServer();
        var run = Create(server.Address, options: new ExportHealthOptions { MaxMissedIntervals = 2 });
        var status = run.Host.Services.GetRequiredService<ExportWorker>().Status.Servers["a"];
        await run.Host.StartAsync(cancellationToken);
        await server.Accepted.WaitAsync(cancellationToken);
        var waiting = status.State;
        Time.Advance(TimeSpan.FromMinutes(2));
        var first = await run.CheckAsync();
        Time.Advance(TimeSpan.FromSeconds(1));

        var later = await run.CheckAsync();

        Assert.That((first.Status, later.Status), Is.EqualTo((HealthStatus.Healthy, HealthStatus.Degraded)));
        Assert.That(later.Data["late"], Is.EqualTo(new[] { "a" }));
        Assert.That((waiting, status.State), Is.EqualTo((ServerState.Waiting, ServerState.Failing)));
    }

    /// <summary>The first export of a long history takes long, and its server responds.</summary>
    [Test]
    public async Task Check_ServerIsBeingReadForLong_IsHealthy()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(3)] });
        var run = Create(server.BaseAddress);
        var status = run.Host.Services.GetRequiredService<ExportWorker>().Status;
        var health = new TaskCompletionSource<HealthStatus>();
        Sink.Before = _ =>
        {
            Time.Advance(TimeSpan.FromHours(1));
            health.TrySetResult(ExportHealth.Of(status, new ExportHealthOptions()).Status);
        };

        await run.StartAndPollAsync();

        Assert.That(await health.Task, Is.EqualTo(HealthStatus.Healthy));
    }

    /// <summary>Of workers that share a fleet, each is healthy when another reads the servers, however long ago it has read them itself.</summary>
    [TestCase(10, false, HealthStatus.Healthy)]
    [TestCase(100_000, true, HealthStatus.Healthy)]
    [TestCase(100_000, false, HealthStatus.Degraded)]
    public async Task Check_AnotherWorkerReadsTheServer_GoesByIt(int age, bool isTaken, HealthStatus expected)
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        var progress = new ServerProgress("a", TimeSpan.FromSeconds(age), isTaken);
        var run = Create(server.BaseAddress, wrap: store => new IdleStore(store, progress) { Leases = 1 });
        await run.StartAndPollAsync();
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(10));
        Time.Advance(TimeSpan.FromHours(1));
        await Time.WaitForTimerAsync(TimeSpan.FromSeconds(10));

        Assert.That((await run.CheckAsync()).Status, Is.EqualTo(expected));
    }

    [Test]
    public async Task Check_FailureStatus_IsWhatUnhealthyCountsAs()
    {
        var run = Create(new Uri("http://127.0.0.1:1"), failureStatus: HealthStatus.Degraded);

        Assert.That((await run.CheckAsync()).Status, Is.EqualTo(HealthStatus.Degraded));
    }

    [Test]
    public void AddLogItemsExport_NoExport_IsReportedAtTheStart()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Services.AddHealthChecks().AddLogItemsExport();
        using var host = builder.Build();

        Assert.That(
            () => host.StartAsync(),
            Throws.InstanceOf<OptionsValidationException>().With.Message.Contains("register one with services.AddLogItemsExport"));
    }

    [Test]
    public void AddLogItemsExport_OptionOutOfRange_IsRefused() => Assert.That(
        () => new ServiceCollection().AddHealthChecks().AddLogItemsExport(options: new ExportHealthOptions { MaxMissedIntervals = 0 }),
        Throws.InstanceOf<ArgumentException>());
}

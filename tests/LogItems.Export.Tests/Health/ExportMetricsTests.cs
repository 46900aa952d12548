using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Health;

/// <summary>What an export measures about itself.</summary>
[NonParallelizable] // The instruments are those of the process.
public class ExportMetricsTests : ExportFixture
{
    private MeterRecorder _meter = null!;

    [SetUp]
    public void Listen() => _meter = new MeterRecorder();

    [TearDown]
    public void EndListening() => _meter.Dispose();

    [Test]
    public async Task RunOnceAsync_ServersThatWorkAndFail_CountsPollsAndWhatIsDelivered()
    {
        FakeSession[] sessions = [ExportServers.Session(10), ExportServers.Session(4)];
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });
        var gone = await FakeLogItemsServer.StartAsync();
        await gone.DisposeAsync();

        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server), ExportServers.Of(gone.BaseAddress, "gone"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(_meter["polls{result=success}"], Is.EqualTo(1));
            Assert.That(_meter["polls{result=failed}"], Is.EqualTo(1));
            Assert.That(_meter["polls{result=partial}"], Is.Zero, "so that the first one is an increment");
            Assert.That(_meter["poll.duration{result=success}"], Is.EqualTo(1));
            Assert.That(_meter["items{sink=RecordingSink}"], Is.EqualTo(14));
            Assert.That(_meter["sessions{sink=RecordingSink}"], Is.EqualTo(2));
            Assert.That(_meter["batch.duration{sink=RecordingSink}"], Is.EqualTo(1));
            Assert.That(_meter["batch.failures{sink=RecordingSink}"], Is.Zero);
            Assert.That(_meter["leases_lost"], Is.Zero);
        }
    }

    [Test]
    public async Task RunOnceAsync_SinkFails_CountsTheBatchAndThePoll()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        Sink.Before = _ => throw new IOException("The disk is full.");

        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));

        Assert.That(
            (_meter["polls{result=not_stored}"], _meter["batch.failures{sink=RecordingSink}"], _meter["items{sink=RecordingSink}"]), Is.EqualTo((1d, 1d, 0d)));
    }

    [Test]
    public async Task RunOnceAsync_LeaseIsLost_IsCounted()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        Sink.Before = _ => throw new LeaseLostException("Lost.");

        await Sink.RunOnceAsync(Store, null, ExportServers.Of(server));

        Assert.That((_meter["leases_lost"], _meter["polls{result=lease_lost}"]), Is.EqualTo((1d, 1d)));
    }

    [Test]
    public async Task RunOnceAsync_SessionsThatCannotBeRead_IsPartial()
    {
        var (good, bad) = (ExportServers.Session(10), ExportServers.Session(3));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [good, bad] });

        await Sink.RunOnceAsync(Store, null, RefusingServer.Of(server, [bad]));

        Assert.That((_meter["polls{result=partial}"], _meter["items{sink=RecordingSink}"]), Is.EqualTo((1d, 10d)));
    }

    [Test]
    public async Task RunAsync_Servers_AreObservedByStateAndLag()
    {
        var time = new ManualTimeProvider();
        await using var server = await FakeLogItemsServer.StartAsync();
        var gone = await FakeLogItemsServer.StartAsync();
        await gone.DisposeAsync();
        var worker = new ExportWorker(
            [ExportServers.Of(server), ExportServers.Of(gone.BaseAddress, "gone")], Store, Sink, new ExportOptions { TimeProvider = time });
        using var polled = new SemaphoreSlim(0);
        using var end = new CancellationTokenSource();
        worker.Polled += (_, _) => polled.Release();

        var run = worker.RunAsync(end.Token);
        await polled.WaitAsync();
        await polled.WaitAsync();
        time.Advance(TimeSpan.FromSeconds(40));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((_meter["servers{state=ok}"], _meter["servers{state=failing}"], _meter["servers{state=waiting}"]), Is.EqualTo((1d, 1d, 0d)));
            Assert.That((_meter["lag{server=a}"], _meter["lag{server=gone}"]), Is.EqualTo((40d, 40d)));
            Assert.That((_meter["sink.outage{sink=RecordingSink}"], _meter["store.outage{sink=RecordingSink}"]), Is.EqualTo((0d, 0d)));
        }

        await end.CancelAsync();
        Assert.That(() => run, Throws.InstanceOf<OperationCanceledException>());
    }

    /// <summary>As the README has it: only the lag and the interval have a series for each server, and all attributes are words of a short list.</summary>
    [Test]
    public async Task Instruments_OfALargeFleet_HaveFewSeries()
    {
        const int Servers = 40;
        await using var otlp = new OtlpSink();
        await otlp.InitializeAsync();
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(1)] });
        var worker = new ExportWorker([.. Enumerable.Range(0, Servers).Select(index => ExportServers.Of(server, $"s{index}"))], Store, Sink);
        using var end = new CancellationTokenSource();
        var polls = 0;
        worker.Polled += (_, _) =>
        {
            if (Interlocked.Increment(ref polls) == Servers)
            {
                _ = _meter["lag"];
                end.Cancel();
            }
        };

        Assert.That(() => worker.RunAsync(end.Token), Throws.InstanceOf<OperationCanceledException>());

        var ofServers = _meter.Values.Keys.Where(series => series.Contains("{server=", StringComparison.Ordinal)).ToList();
        Assert.That(ofServers.CountBy(series => series.Split('{')[0]), Is.EquivalentTo(new Dictionary<string, int>
        {
            ["logitems.export.interval"] = Servers,
            ["logitems.export.lag"] = Servers,
        }));
        Assert.That(_meter.Values.Keys.Except(ofServers).Count(), Is.LessThanOrEqualTo(27));
        Assert.That(
            _meter.Instruments.Values.Select(instrument => (instrument.Name, instrument.Unit)).Order(),
            Is.EqualTo(new[]
            {
                ("logitems.export.batch.duration", "s"),
                ("logitems.export.batch.failures", "{batch}"),
                ("logitems.export.circuit_changes", "{change}"),
                ("logitems.export.interval", "s"),
                ("logitems.export.items", "{item}"),
                ("logitems.export.lag", "s"),
                ("logitems.export.leases_lost", "{lease}"),
                ("logitems.export.poll.duration", "s"),
                ("logitems.export.polls", "{poll}"),
                ("logitems.export.rejected_records", "{record}"),
                ("logitems.export.servers", "{server}"),
                ("logitems.export.sessions", "{session}"),
                ("logitems.export.sink.outage", "s"),
                ("logitems.export.store.outage", "s"),
            }));
    }
}

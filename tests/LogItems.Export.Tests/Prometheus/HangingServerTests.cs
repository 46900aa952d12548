using LogItems.Client.Tests;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Export.Tests.Prometheus;

/// <summary>Servers that hang do not delay those that work.</summary>
[CancelAfter(60_000)]
public class HangingServerTests
{
    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task Run_MoreServersHangThanThereArePlaces_OthersArePolledAtTheirInterval(CancellationToken cancellationToken)
    {
        await using var good = await FakeLogItemsServer.StartAsync(null, cancellationToken);
        var silent = Enumerable.Range(0, 6).Select(index => new SilentServer(trickles: index % 2 == 0)).ToList();
        var fleet = new Fleet(
            [
                .. silent.Select((server, index) => TestFleet.Server(server.Address, $"hangs{index}")),
                TestFleet.Server(good.BaseAddress, "good1"),
                TestFleet.Server(good.BaseAddress, "good2"),
            ],
            maxConcurrency: 4);
        using var exporter = new FleetExporter(fleet, new FleetExporterOptions { TimeProvider = _time });
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);

        // The clock stands still: nothing that hangs ends.
        var running = exporter.RunAsync(end.Token);
        await Task.WhenAll(silent.Select(server => server.Accepted)).WaitAsync(cancellationToken);
        await UntilAsync(exporter, ["logitems_up{server=\"good1\"} 1", "logitems_up{server=\"good2\"} 1"], cancellationToken);

        // At most a tenth is added to the interval of a minute, and a second poll ends while all the others still hang.
        _time.Advance(TimeSpan.FromSeconds(66));
        var metrics = await UntilAsync(
            exporter,
            ["logitems_polls_total{server=\"good1\"} 2", "logitems_polls_total{server=\"good2\"} 2", "logitems_up{server=\"hangs0\"} 0"],
            cancellationToken);

        Assert.That(metrics, Is.SupersetOf(Enumerable.Range(0, 6).Select(index => $"logitems_polls_total{{server=\"hangs{index}\"}} 0")));
        await end.CancelAsync();
        Assert.That(() => running, Throws.InstanceOf<OperationCanceledException>());
        foreach (var server in silent)
        {
            await server.DisposeAsync();
        }
    }

    /// <summary>Waits until the metrics have some lines.</summary>
    private static async Task<IReadOnlyList<string>> UntilAsync(FleetExporter exporter, string[] lines, CancellationToken cancellationToken)
    {
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var metrics = (await ExporterRun.ReadAsync(exporter)).Split('\n');
            if (lines.All(metrics.Contains))
            {
                return metrics;
            }

            await Task.Yield();
        }
    }
}

using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.Export.Tests.Prometheus;

public class FleetExporterTests
{
    [Test]
    public async Task Run_OneServerBroken_OthersHaveTheirState()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        await using var other = await FakeLogItemsServer.StartAsync(new() { Versions = [ApiVersions.All[0]] });
        await using var refusing = await FakeLogItemsServer.StartAsync(new() { Password = "another" });
        await using var run = await ExporterRun.StartAsync(
            TestFleet.Server(server.BaseAddress, "works", labels: ("site", "north")),
            TestFleet.Server(other.BaseAddress, "old"),
            TestFleet.Server(refusing.BaseAddress, "refuses"));

        var metrics = (await run.ReadAsync()).Split('\n');

        Assert.That(metrics, Is.SupersetOf(new[]
        {
            "logitems_up{server=\"works\",site=\"north\"} 1",
            "logitems_up{server=\"old\",site=\"\"} 1",
            "logitems_up{server=\"refuses\",site=\"\"} 0",
            "logitems_circuit_open{server=\"refuses\",site=\"\"} 0",
            "logitems_poll_failures_total{server=\"refuses\",site=\"\",reason=\"credential\"} 1",
        }));
        Assert.That(metrics, Has.Some.StartsWith("# HELP logitems_up Whether the last poll"));
    }

    [Test]
    public async Task Run_Twice_IsRefused()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        await using var run = await ExporterRun.StartAsync(TestFleet.Server(server.BaseAddress));

        Assert.That(run.Exporter.IsPolling, Is.True);
        await Assert.ThrowsAsync<InvalidOperationException>(() => run.Exporter.RunAsync(CancellationToken.None));
    }

    [Test]
    public async Task Run_Canceled_IsNotPolling()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        var run = await ExporterRun.StartAsync(TestFleet.Server(server.BaseAddress));
        await run.DisposeAsync();

        Assert.That(run.Exporter.IsPolling, Is.False);
    }

    [TestCase(0)]
    [TestCase(10_001)]
    public void Create_MaxJobsOutOfRange_IsRefused(int max) => Assert.Throws<ArgumentException>(
        () => new FleetExporter(new Fleet([]), new FleetExporterOptions { MaxJobsPerServer = max }).Dispose());

    [Test]
    public async Task AddLogItemsExporter_FromConfiguration_PollsWhileTheHostRuns()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddLogging();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Fleet:Servers:0:Name"] = "a",
            ["Fleet:Servers:0:Address"] = fake.BaseAddress.AbsoluteUri,
            ["Fleet:Servers:0:Username"] = "demo",
            ["Fleet:Servers:0:Password:Command"] = "echo demo",
        });
        builder.Services.AddLogItemsExporter(builder.Configuration.GetSection("Fleet"), options => options with { MaxJobsPerServer = 1 });
        using var host = builder.Build();
        await host.StartAsync();
        var exporter = host.Services.GetRequiredService<FleetExporter>();
        await exporter.FirstRound;

        Assert.That(await ExporterRun.ReadAsync(exporter), Does.Contain("logitems_up{server=\"a\"} 1\n"));
        await host.StopAsync();
        Assert.That(exporter.IsPolling, Is.False);
    }
}

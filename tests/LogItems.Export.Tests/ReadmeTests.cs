using System.Runtime.CompilerServices;
using LogItems.Export.Tests.Otlp;
using LogItems.Export.Tests.Otlp.Receiver;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace LogItems.Export.Tests;

/// <summary>The C# and the fleet of the package's README work.</summary>
public class ReadmeTests
{
    [Test]
    public void Fleet_OfTheReadme_IsValid()
    {
        var readme = File.ReadAllText(Path.Combine(Folder(), "..", "..", "src", "LogItems.Export", "README.md"));

        var fleet = FleetFile.Load(new StringReader(readme.Split("```yaml\n")[1].Split("```")[0]), "README.md");

        Assert.That(
            fleet.Servers.Select(server => (server.Name, server.Username)),
            Is.EqualTo(new[] { ("paris", @"CONTOSO\monitoring"), ("oslo", @"FABRIKAM\monitoring") }));
    }

    [Test]
    public async Task Example_Service_ServesMetrics()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Logging:LogLevel:Default"] = "None",
            ["Fleet:Servers:0:Name"] = "paris",
            ["Fleet:Servers:0:Address"] = fake.BaseAddress.AbsoluteUri,
            ["Fleet:Servers:0:Username"] = "demo",
            ["Fleet:Servers:0:Password:Command"] = "echo demo",
        });

        builder.Services.AddLogItemsExporter(builder.Configuration.GetSection("Fleet"));

        await using var app = builder.Build();
        app.MapGet("/metrics", (FleetExporter exporter, HttpContext http) =>
        {
            http.Response.ContentType = "text/plain; version=0.0.4; charset=utf-8";
            return exporter.WriteMetricsAsync(http.Response.Body);
        });

        await app.StartAsync();
        await app.Services.GetRequiredService<FleetExporter>().FirstRound;
        using var client = new HttpClient(new SocketsHttpHandler());
        var metrics = await client.GetStringAsync(new Uri(new Uri(app.Urls.Single()), "metrics"));
        Assert.That(metrics, Does.Contain("logitems_up{server=\"paris\"} 1\n"));
    }

    [Test]
    public async Task Example_Worker_ExportsTheFleet()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        using var temporary = new TemporaryFolder();
        var (checkpoints, folder) = (temporary.File("checkpoints.db"), temporary.File("logs"));
        var fleet = new Fleet([TestFleet.Server(fake.BaseAddress)]);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services;

        services.AddLogItemsExport(fleet, _ => SqliteCheckpointStore.Open(checkpoints), _ => new JsonLinesSink(folder));

        Assert.That(
            () => services.AddLogItemsExport(fleet, _ => SqliteCheckpointStore.Open(checkpoints), _ => new JsonLinesSink(folder)),
            Throws.InvalidOperationException.With.Message.StartsWith("An export is registered already"));
        using (var host = builder.Build())
        {
            var polled = new TaskCompletionSource<PollResult>();
            host.Services.GetRequiredService<ExportWorker>().Polled += (_, result) => polled.TrySetResult(result);
            await host.StartAsync();
            Assert.That(await polled.Task, Is.EqualTo(new PollResult(1, 10, 0, null)));
            await host.StopAsync();
        }

        Assert.That(File.ReadAllLines(Directory.GetFiles(folder).Single()), Has.Length.EqualTo(11));
    }

    [Test]
    public async Task Example_Monitoring_RegistersMetricsExportAndHealth()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        using var temporary = new TemporaryFolder();
        var (checkpoints, folder) = (temporary.File("checkpoints.db"), temporary.File("logs"));
        var fleet = new Fleet([TestFleet.Server(fake.BaseAddress)]);
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services.AddLogging();

        services.AddLogItemsMonitoring(fleet, _ => SqliteCheckpointStore.Open(checkpoints), _ => new JsonLinesSink(folder));

        using var host = builder.Build();
        var polled = new TaskCompletionSource<PollResult>();
        host.Services.GetRequiredService<ExportWorker>().Polled += (_, result) => polled.TrySetResult(result);
        await host.StartAsync();
        await host.Services.GetRequiredService<FleetExporter>().FirstRound;
        var metrics = await ExporterRun.ReadAsync(host.Services.GetRequiredService<FleetExporter>());
        var result = await polled.Task;
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        await host.StopAsync();

        Assert.That(metrics, Does.Contain("logitems_up{server=\"a\"} 1\n"));
        Assert.That(result, Is.EqualTo(new PollResult(1, 10, 0, null)));
        Assert.That(report.Entries.Keys, Is.EqualTo(new[] { "logitems-export" }));
    }

    [Test]
    public async Task Example_HealthCheck_ReportsTheExport()
    {
        using var temporary = new TemporaryFolder();
        var services = new ServiceCollection().AddLogging();
        services.AddLogItemsExport(new Fleet([]), _ => SqliteCheckpointStore.Open(temporary.File("checkpoints.db")), _ => new JsonLinesSink(temporary.Path));

        services.AddHealthChecks().AddLogItemsExport(options: new ExportHealthOptions { MaxSinkOutage = TimeSpan.FromMinutes(10) });

        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        Assert.That(report.Entries["logitems-export"].Description, Is.EqualTo("The export is not running: it has not been started, or it has ended."));
    }

    [Test]
    public async Task Example_Sink_SendsToTheReceiver()
    {
        await using var server = await OtlpReceiver.StartAsync();
        var (receiver, logger) = (server.Address(OtlpProtocol.HttpProtobuf), NullLogger.Instance);

        await using var sink = new OtlpSink(OtlpSinkOptions.FromEnvironment() with { Endpoint = receiver }, logger);

        await sink.WriteAsync(Batches.Of(Batches.Items(1)));
        Assert.That(server.Logs.Count(), Is.EqualTo(1));
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}

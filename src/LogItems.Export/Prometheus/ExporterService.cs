using Microsoft.Extensions.Hosting;

namespace LogItems.Export.Prometheus;

/// <summary>Polls the servers as long as the host runs.</summary>
internal sealed class ExporterService(FleetExporter exporter) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => exporter.RunAsync(stoppingToken);
}

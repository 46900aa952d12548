using LogItems.Export.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Export.Hosting;

/// <summary>Reports the health of the export from its current status, without I/O.</summary>
internal sealed class ExportHealthCheck(ExportWorker worker, ExportHealthOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var health = ExportHealth.Of(worker.Status, options);
        var status = health.Status == HealthStatus.Unhealthy ? context.Registration.FailureStatus : health.Status;
        return Task.FromResult(new HealthCheckResult(status, health.Description, data: health.Data));
    }
}

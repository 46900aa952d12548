using LogItems.Export.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Export;

/// <summary>Adds a health check for the export of a fleet.</summary>
public static class LogItemsExportHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check for the export that <see cref="LogItemsExportServiceCollectionExtensions.AddLogItemsExport"/> registers. It is unhealthy when the export is
    /// not running, and when the sink or the checkpoints have failed for longer than allowed; it is degraded when they have failed for less, when the circuit
    /// of a server is open, and when a server has not been read for several intervals.
    /// </summary>
    /// <remarks>
    /// The data of the result has the names of such servers under <c>circuitOpen</c> and <c>late</c>, the durations <c>sinkOutage</c> and
    /// <c>storeOutage</c>, and the number of <c>servers</c>. It has no addresses, error messages or secrets.
    /// </remarks>
    /// <param name="builder">The builder to add it to.</param>
    /// <param name="name">The name of the check; null for <c>logitems-export</c>.</param>
    /// <param name="failureStatus">The status to report if unhealthy; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <param name="options">The thresholds above which it is degraded or unhealthy; null for the defaults.</param>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static IHealthChecksBuilder AddLogItemsExport(
        this IHealthChecksBuilder builder,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        ExportHealthOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        options ??= new ExportHealthOptions();
        options.ThrowIfInvalid();
        builder.Services.AddOptions<HealthCheckServiceOptions>()
            .Validate<IServiceProvider>(
                (_, services) => services.GetService<IServiceProviderIsService>()?.IsService(typeof(ExportWorker)) != false,
                "The health check for the export has no export to check; register one with services.AddLogItemsExport.")
            .ValidateOnStart();
        return builder.Add(new HealthCheckRegistration(
            name ?? "logitems-export", services => new ExportHealthCheck(services.GetRequiredService<ExportWorker>(), options), failureStatus, tags));
    }
}

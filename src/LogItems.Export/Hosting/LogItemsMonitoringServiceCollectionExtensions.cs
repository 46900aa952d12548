using Microsoft.Extensions.DependencyInjection;

namespace LogItems.Export;

/// <summary>Registers everything that watches a fleet.</summary>
public static class LogItemsMonitoringServiceCollectionExtensions
{
    /// <summary>Registers the metrics of a fleet (<see cref="FleetExporter"/>), the export of its sessions and items, and the health check of the export.</summary>
    /// <remarks>
    /// Each polls the servers for itself, as <see cref="FleetServiceCollectionExtensions"/>, <see cref="LogItemsExportServiceCollectionExtensions"/> and
    /// <see cref="LogItemsExportHealthChecksBuilderExtensions"/> register them alone.
    /// </remarks>
    /// <param name="services">The services.</param>
    /// <param name="fleet">The servers.</param>
    /// <param name="createStore">Creates the store of the checkpoints, which is disposed of with the services.</param>
    /// <param name="createSink">Creates the sink, which is disposed of with the services.</param>
    /// <param name="options">The settings of the export; null for the defaults, with the fleet's maximum concurrency.</param>
    /// <exception cref="InvalidOperationException">An export is registered already.</exception>
    public static IServiceCollection AddLogItemsMonitoring(
        this IServiceCollection services,
        Fleet fleet,
        Func<IServiceProvider, CheckpointStore> createStore,
        Func<IServiceProvider, IExportSink> createSink,
        ExportOptions? options = null)
    {
        services.AddLogItemsExporter(fleet).AddLogItemsExport(fleet, createStore, createSink, options).AddHealthChecks().AddLogItemsExport();
        return services;
    }
}

using LogItems.Export.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LogItems.Export;

/// <summary>Registers the export of a fleet as a hosted service.</summary>
public static class LogItemsExportServiceCollectionExtensions
{
    /// <summary>Exports the changes of a fleet's servers as long as the host runs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="fleet">The servers.</param>
    /// <param name="createStore">Creates the store of the checkpoints, which is disposed of with the services.</param>
    /// <param name="createSink">Creates the sink, which is disposed of with the services.</param>
    /// <param name="options">The settings; null for the defaults, with the fleet's maximum concurrency.</param>
    /// <exception cref="InvalidOperationException">An export is already registered.</exception>
    public static IServiceCollection AddLogItemsExport(
        this IServiceCollection services,
        Fleet fleet,
        Func<IServiceProvider, CheckpointStore> createStore,
        Func<IServiceProvider, IExportSink> createSink,
        ExportOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fleet);
        ArgumentNullException.ThrowIfNull(createStore);
        ArgumentNullException.ThrowIfNull(createSink);
        if (services.Any(service => service.ServiceType == typeof(ExportWorker)))
        {
            throw new InvalidOperationException(
                "An export is registered already, and a host can have only one. Put all servers into one fleet, or use another host.");
        }

        services.AddSingleton(createStore);
        services.AddSingleton(createSink);
        services.AddSingleton(provider => new ExportWorker(
            [.. fleet.Servers.Select(server => ExportServer.Of(server, provider.GetService<ILoggerFactory>()))],
            provider.GetRequiredService<CheckpointStore>(),
            provider.GetRequiredService<IExportSink>(),
            options ?? new ExportOptions { MaxConcurrency = fleet.MaxConcurrency },
            provider.GetService<ILogger<ExportWorker>>()));
        return services.AddSingleton<IHostedService, ExportService>();
    }
}

using LogItems.Export.Prometheus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LogItems.Export;

/// <summary>Registers the exporter of a fleet.</summary>
public static class FleetServiceCollectionExtensions
{
    /// <summary>Registers a <see cref="FleetExporter"/> that polls the fleet as long as the host runs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="fleet">The fleet.</param>
    /// <param name="configure">Changes the options; null for those with the logger factory and the clock of the services.</param>
    public static IServiceCollection AddLogItemsExporter(
        this IServiceCollection services, Fleet fleet, Func<FleetExporterOptions, FleetExporterOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(fleet);
        services.AddSingleton(provider =>
        {
            var options = new FleetExporterOptions
            {
                LoggerFactory = provider.GetService<ILoggerFactory>(),
                TimeProvider = provider.GetService<TimeProvider>() ?? TimeProvider.System,
            };
            return new FleetExporter(fleet, configure?.Invoke(options) ?? options);
        });
        return services.AddHostedService(provider => new ExporterService(provider.GetRequiredService<FleetExporter>()));
    }

    /// <summary>Registers a <see cref="FleetExporter"/> that polls the fleet of the configuration as long as the host runs.</summary>
    /// <param name="services">The services.</param>
    /// <param name="section">The section, which has the shape of the fleet file.</param>
    /// <param name="configure">Changes the options; null for those with the logger factory and the clock of the services.</param>
    /// <exception cref="InvalidFleetException">The section has invalid settings; the message lists all of them.</exception>
    public static IServiceCollection AddLogItemsExporter(
        this IServiceCollection services, IConfiguration section, Func<FleetExporterOptions, FleetExporterOptions>? configure = null) =>
        services.AddLogItemsExporter(Fleet.FromConfiguration(section), configure);
}

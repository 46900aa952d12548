using LogItems;
using LogItems.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for a registered LogItems client.</summary>
public static class LogItemsHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that asks the server for one job session: it is reached, it signs the service in, it answers.</summary>
    /// <param name="builder">Where to add it.</param>
    /// <param name="clientName">The name that the client was registered with; null for the one without a name.</param>
    /// <param name="name">The name of the check; null for <c>logitems</c>, followed by the client's name if it has one.</param>
    /// <param name="failureStatus">What a failure counts as; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <param name="timeout">How long the check may take, retries included; null for 10 seconds.</param>
    public static IHealthChecksBuilder AddLogItemsClient(
        this IHealthChecksBuilder builder,
        string? clientName = null,
        string? name = null,
        HealthStatus? failureStatus = null,
        IEnumerable<string>? tags = null,
        TimeSpan? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var isUnregistered = clientName is null
            ? "The health check for a LogItems client has no client to check; register one with AddLogItemsClient."
            : $"The health check for the LogItems client '{clientName}' has no client to check; register one of this name with AddLogItemsClient.";
        builder.Services.AddOptions<HealthCheckServiceOptions>()
            .Validate<IServiceProvider>((_, services) => HasClient(services, clientName), isUnregistered)
            .ValidateOnStart();
        return builder.Add(new HealthCheckRegistration(
            name ?? (clientName is null ? "logitems" : $"logitems-{clientName}"),
            services => new ClientHealthCheck(
                clientName is null ? services.GetRequiredService<ILogItemsClient>() : services.GetRequiredKeyedService<ILogItemsClient>(clientName),
                timeout ?? TimeSpan.FromSeconds(10),
                services.GetService<TimeProvider>() ?? TimeProvider.System),
            failureStatus,
            tags));
    }

    private static bool HasClient(IServiceProvider services, string? clientName) =>
        services.GetService<IServiceProviderIsKeyedService>() is not { } registered
        || (clientName is null ? registered.IsService(typeof(ILogItemsClient)) : registered.IsKeyedService(typeof(ILogItemsClient), clientName));
}

using LogItems;
using LogItems.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a health check for a registered LogItems client.</summary>
public static class LogItemsHealthChecksBuilderExtensions
{
    /// <summary>Adds a check that reads one job session, which verifies the connection, the sign-in and the API.</summary>
    /// <param name="builder">The builder to add it to.</param>
    /// <param name="clientName">The name of the registered client; null for the unnamed one.</param>
    /// <param name="name">The name of the check; null for <c>logitems</c>, followed by the client's name if it has one.</param>
    /// <param name="failureStatus">The status to report on failure; null for <see cref="HealthStatus.Unhealthy"/>.</param>
    /// <param name="tags">Tags to filter checks by.</param>
    /// <param name="timeout">The maximum duration of the check, including retries; null for 10 seconds.</param>
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

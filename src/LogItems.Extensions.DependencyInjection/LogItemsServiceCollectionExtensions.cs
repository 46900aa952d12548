using LogItems;
using LogItems.Extensions.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers LogItems clients.</summary>
/// <remarks>
/// Each server has one client, an <see cref="ILogItemsClient"/> that lives as long as the services: its token and its API version
/// are kept while <see cref="IHttpClientFactory"/> renews the connections below it. Invalid options stop the host
/// at startup, with all errors in one message. The returned builder configures the handlers below the client's own:
/// handlers added there see every attempt, with its token, and token requests as well.
/// </remarks>
public static class LogItemsServiceCollectionExtensions
{
    /// <summary>Registers the client of the only server, for <see cref="ILogItemsClient"/>.</summary>
    /// <param name="services">The services to register it in.</param>
    /// <param name="configure">Sets the server, the credential and other options.</param>
    public static IHttpClientBuilder AddLogItemsClient(this IServiceCollection services, Action<LogItemsServerOptions> configure) =>
        services.AddLogItemsClient(Options.Options.DefaultName, configure);

    /// <summary>Registers the client of the only server, for <see cref="ILogItemsClient"/>, from the configuration.</summary>
    /// <param name="services">The services to register it in.</param>
    /// <param name="configuration">
    /// The section, for example <c>LogItems</c>. It has Server, Version, PinSha256, one of Username and Password, AccessToken or
    /// RefreshToken, and the numbers and times of <see cref="LogItemsServerOptions"/>.
    /// </param>
    /// <param name="configure">Sets options that are not in the configuration, such as a credential from a vault.</param>
    public static IHttpClientBuilder AddLogItemsClient(
        this IServiceCollection services, IConfiguration configuration, Action<LogItemsServerOptions>? configure = null) =>
        services.AddLogItemsClient(Options.Options.DefaultName, configuration, configure);

    /// <summary>Registers the client of one server of several, for <see cref="ILogItemsClient"/> with the name as its key.</summary>
    /// <param name="services">The services to register it in.</param>
    /// <param name="name">The key for <see cref="FromKeyedServicesAttribute"/>.</param>
    /// <param name="configure">Sets the server, the credential and other options.</param>
    public static IHttpClientBuilder AddLogItemsClient(
        this IServiceCollection services, string name, Action<LogItemsServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddClient(name, configure);
    }

    /// <summary>
    /// Registers the client of one server of several, for <see cref="ILogItemsClient"/> with the name as its key, from the
    /// configuration.
    /// </summary>
    /// <param name="services">The services to register it in.</param>
    /// <param name="name">The key for <see cref="FromKeyedServicesAttribute"/>.</param>
    /// <param name="configuration">The section of this server, for example <c>LogItems:Paris</c>.</param>
    /// <param name="configure">Sets options that are not in the configuration, such as a credential from a vault.</param>
    public static IHttpClientBuilder AddLogItemsClient(
        this IServiceCollection services, string name, IConfiguration configuration, Action<LogItemsServerOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return services.AddClient(name, options =>
        {
            ConfigurationReader.Read(configuration, options);
            configure?.Invoke(options);
        });
    }

    private static IHttpClientBuilder AddClient(this IServiceCollection services, string name, Action<LogItemsServerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(name);
        if (!RegisteredClients.Of(services).Add(name))
        {
            throw new InvalidOperationException(
                name == Options.Options.DefaultName
                    ? "A LogItems client without a name is already registered; give each server a name of its own: AddLogItemsClient(\"Paris\", …)."
                    : $"A LogItems client named '{name}' is already registered; give each server a name of its own.");
        }

        services.AddOptions<LogItemsServerOptions>(name).Configure(configure).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LogItemsServerOptions>, ServerOptionsValidator>());
        if (name == Options.Options.DefaultName)
        {
            services.TryAddSingleton<ILogItemsClient>(provider => ClientRegistration.CreateClient(provider, name));
        }
        else
        {
            services.TryAddKeyedSingleton<ILogItemsClient>(name, (provider, _) => ClientRegistration.CreateClient(provider, name));
        }

        return services.AddHttpClient(ClientRegistration.HttpClientName(name))
            .ConfigurePrimaryHttpMessageHandler(provider => ClientRegistration.CreatePrimaryHandler(provider, name))

            // The factory's own log would contain the token: version 8 redacts no header by default.
            .RedactLoggedHeaders(static _ => true);
    }
}

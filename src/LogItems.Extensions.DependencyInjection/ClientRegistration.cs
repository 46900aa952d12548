using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Creates the parts of one registered client from the service provider.</summary>
internal static class ClientRegistration
{
    /// <summary>The name that a server's handlers have in <see cref="IHttpClientFactory"/>, and in its log categories.</summary>
    public static string HttpClientName(string name) => name.Length == 0 ? "LogItems" : $"LogItems.{name}";

    public static LogItemsClient CreateClient(IServiceProvider services, string name)
    {
        var (options, server) = Options(services, name);
        options.PrimaryHandler = new FactoryHandler(services.GetRequiredService<IHttpMessageHandlerFactory>(), HttpClientName(name));
        return new LogItemsClient(server, options.Credential!, options);
    }

    public static HttpMessageHandler CreatePrimaryHandler(IServiceProvider services, string name)
    {
        var (options, server) = Options(services, name);
        return LogItemsClient.CreatePrimaryHandler(server, options);
    }

    private static (LogItemsServerOptions Options, Uri Server) Options(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<LogItemsServerOptions>>().Get(name);
        options.LoggerFactory ??= services.GetService<ILoggerFactory>();
        if (options.TimeProvider == TimeProvider.System && services.GetService<TimeProvider>() is { } clock)
        {
            options.TimeProvider = clock;
        }

        return (options, options.Server!);
    }
}

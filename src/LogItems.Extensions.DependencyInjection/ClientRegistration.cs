using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>Makes the parts of one registered client from the services around it.</summary>
internal static class ClientRegistration
{
    /// <summary>The name that a server's handlers have in <see cref="IHttpClientFactory"/>, and in its log categories.</summary>
    public static string HttpClientName(string name) => name.Length == 0 ? "LogItems" : $"LogItems.{name}";

    public static LogItemsClient CreateClient(IServiceProvider services, string name)
    {
        var (options, server) = Options(services, name);
        var handler = new FactoryHandler(services.GetRequiredService<IHttpMessageHandlerFactory>(), HttpClientName(name));
        return new LogItemsClient(
            server, options.Credential!, options.ToClientOptions(handler, services.GetService<ILoggerFactory>(), services.GetService<TimeProvider>()));
    }

    public static HttpMessageHandler CreatePrimaryHandler(IServiceProvider services, string name)
    {
        var (options, server) = Options(services, name);
        return LogItemsClient.CreatePrimaryHandler(server, options.ToClientOptions(timeProvider: services.GetService<TimeProvider>()));
    }

    private static (LogItemsServerOptions Options, Uri Server) Options(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<LogItemsServerOptions>>().Get(name);
        return (options, options.Server!);
    }
}

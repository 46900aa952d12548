using Microsoft.Extensions.Logging;

namespace LogItems.Extensions.DependencyInjection;

/// <summary>From options that are filled in step by step to those that a client keeps.</summary>
internal static class ServerOptionsConversion
{
    public static LogItemsClientOptions ToClientOptions(
        this LogItemsServerOptions options,
        HttpMessageHandler? primaryHandler = null,
        ILoggerFactory? loggerFactory = null,
        TimeProvider? timeProvider = null) => new()
        {
            Version = options.Version,
            ServerCertificate = options.ServerCertificate,
            PageSize = options.PageSize,
            PagePrefetch = options.PagePrefetch,
            MaxConnections = options.MaxConnections,
            MaxBufferSize = options.MaxBufferSize,
            ApplicationId = options.ApplicationId,
            Timeout = options.Timeout,
            TryTimeout = options.TryTimeout,
            MaxRetries = options.MaxRetries,
            RetryDelay = options.RetryDelay,
            MaxRetryDelay = options.MaxRetryDelay,
            OnConcurrentChange = options.OnConcurrentChange,
            LogoutOnDispose = options.LogoutOnDispose,
            PrimaryHandler = primaryHandler,
            LoggerFactory = loggerFactory,
            TimeProvider = timeProvider ?? TimeProvider.System,
        };
}

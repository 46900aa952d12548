namespace LogItems.Extensions.DependencyInjection;

/// <summary>A server, the credential to sign in with, and the settings of its client; <see cref="LogItemsClientOptions"/> describes them in detail.</summary>
/// <remarks>Read once, when the client is made: a change of the configuration counts from the next start.</remarks>
public sealed class LogItemsServerOptions
{
    private static readonly LogItemsClientOptions Defaults = new();

    /// <summary>The server, for example <c>https://backup.contoso.local:4443</c>.</summary>
    /// <value>Required. A version in the path (<c>/v7</c>) counts as <see cref="Version"/>.</value>
    public Uri? Server { get; set; }

    /// <summary>The API version to use.</summary>
    /// <value>Null (the default) to detect it once before the first request; a service should rather say it.</value>
    public ApiVersion? Version { get; set; }

    /// <summary>The credential to sign in with.</summary>
    /// <value>Required. A configuration says it as Username and Password, as AccessToken or as RefreshToken.</value>
    public LogItemsCredential? Credential { get; set; }

    /// <summary>The server certificate to trust.</summary>
    /// <value>Default <see cref="ServerCertificate.SystemTrust"/>. A configuration pins one as PinSha256.</value>
    public ServerCertificate ServerCertificate { get; set; } = Defaults.ServerCertificate;

    /// <summary>Number of items to request per page when reading across pages.</summary>
    /// <value>1 to 10,000 items; null (the default) to leave it to the client.</value>
    public int? PageSize { get; set; } = Defaults.PageSize;

    /// <summary>Number of pages to prefetch while one is being consumed.</summary>
    /// <value>0 (off) to 8 pages; default 2.</value>
    public int PagePrefetch { get; set; } = Defaults.PagePrefetch;

    /// <summary>Maximum number of connections to the server that are open at the same time.</summary>
    /// <value>1 to 100; default 8.</value>
    public int MaxConnections { get; set; } = Defaults.MaxConnections;

    /// <summary>The largest response body that is held in memory: as a whole, or one item of a page that is read while it arrives.</summary>
    /// <value>65,536 (64 KB) to 1,073,741,824 bytes (1 GB), after decompression; default 67,108,864 (64 MB).</value>
    public int MaxBufferSize { get; set; } = Defaults.MaxBufferSize;

    /// <summary>Maximum duration of a request, including all its retries and the delays between them.</summary>
    /// <value>More than zero; default 5 minutes.</value>
    public TimeSpan Timeout { get; set; } = Defaults.Timeout;

    /// <summary>Maximum duration of one attempt, from sending the request to the last byte of the response.</summary>
    /// <value>More than zero; default 60 seconds.</value>
    public TimeSpan TryTimeout { get; set; } = Defaults.TryTimeout;

    /// <summary>Maximum number of retries for transient failures of a read.</summary>
    /// <value>0 (off) to 10 times; default 3.</value>
    public int MaxRetries { get; set; } = Defaults.MaxRetries;

    /// <summary>Upper bound of the random delay before the first retry; it doubles with each further retry.</summary>
    /// <value>0 or more; default 1 second.</value>
    public TimeSpan RetryDelay { get; set; } = Defaults.RetryDelay;

    /// <summary>Maximum of that upper bound.</summary>
    /// <value>0 or more; default 30 seconds.</value>
    public TimeSpan MaxRetryDelay { get; set; } = Defaults.MaxRetryDelay;

    /// <summary>The product token of the application, put before the SDK's own in <c>User-Agent</c>: <c>NightWatch/1.2</c>.</summary>
    /// <value>1 to 128 printable ASCII characters, or null (the default) for the SDK's own alone.</value>
    public string? ApplicationId { get; set; }

    /// <summary>Called when a session was found to have changed while it was read.</summary>
    /// <value>Null (the default) for nothing but a log entry and a count.</value>
    public Action<ConcurrentChange>? OnConcurrentChange { get; set; }

    /// <summary>Whether the client signs out when the services are disposed of, as a host does when it stops. API v7 and later.</summary>
    /// <value>Default false.</value>
    public bool LogoutOnDispose { get; set; }

    /// <summary>The invalid values of the configuration.</summary>
    internal List<ConfigurationMistake> ConfigurationMistakes { get; } = [];
}

using Microsoft.Extensions.Logging;

namespace LogItems;

/// <summary>The settings of a <see cref="LogItemsClient"/>.</summary>
/// <remarks>A client copies them when it is created; changing them later changes no client.</remarks>
public partial class LogItemsClientOptions
{
    /// <summary>The API version to use.</summary>
    /// <value>
    /// One of <see cref="ApiVersions.All"/>, or null (the default) to detect the newest version that both sides support before the
    /// first request. A service should store the detected version; see the README.
    /// </value>
    public ApiVersion? Version { get; set; }

    /// <summary>Number of items to request per page when reading across pages.</summary>
    /// <value>
    /// 1 to 10,000 items, or null (the default) for a first page of 1,000 items, which arrives sooner, and 10,000 items per page after that.
    /// Ignored with API v2, which has no pages.
    /// </value>
    public int? PageSize { get; set; }

    /// <summary>Number of pages to prefetch while one is being consumed, once a page has shown that there is another.</summary>
    /// <value>
    /// 0 to 8 pages; default 2. Each page is read while it arrives: with 0, only as its items are consumed; otherwise in the background. At
    /// most this many pages, but at least two, are kept in memory, including the page being consumed while it has items left.
    /// </value>
    public int PagePrefetch { get; set; } = 2;

    /// <summary>Maximum number of connections to the server that are open at the same time.</summary>
    /// <value>1 to 100; default 8. Ignored where <see cref="PrimaryHandler"/> is set. HTTP/2 uses a single connection.</value>
    public int MaxConnections { get; set; } = 8;

    /// <summary>The newest HTTP version to use.</summary>
    /// <value>
    /// 2.0 (the default), which is used if the server negotiates it by TLS, or 1.1. Ignored where <see cref="PrimaryHandler"/> is set, and by the assembly
    /// for .NET Standard, which uses 1.1.
    /// </value>
    /// <remarks>
    /// With 2.0, each client of an https address examines its connections every four seconds for as long as it exists. A process with hundreds of clients
    /// that send few requests spends most of its CPU time on that: use 1.1 there.
    /// </remarks>
    public Version HttpVersion { get; set; } = new(2, 0);

    /// <summary>Maximum duration of a request, including all its retries and the delays between them.</summary>
    /// <value>More than zero, at most 24 days; default 5 minutes. When it has passed, the last failure is thrown, or a <see cref="TimeoutException"/>.</value>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>Maximum size of the part of a response in memory: a whole body, or one item of a page that is read while it arrives.</summary>
    /// <value>
    /// 65,536 (64 KB) to 1,073,741,824 bytes (1 GB), after decompression; default 67,108,864 (64 MB). A larger body causes a
    /// <see cref="LogItemsApiException"/> of the kind <see cref="LogItemsApiErrorKind.UnexpectedResponse"/>. Regardless of this setting,
    /// 64 KB of an error body are kept, and a token response may have at most 64 KB.
    /// </value>
    public int MaxBufferSize { get; set; } = 64 * 1024 * 1024;

    /// <summary>Maximum duration of one attempt, from sending the request to the last byte of the response.</summary>
    /// <value>
    /// More than zero, at most 24 days; default 60 seconds. When items are read while their page arrives, the maximum wait for the next 1,024 bytes or the
    /// end of the page.
    /// </value>
    public TimeSpan TryTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Maximum number of retries for transient failures of a read.</summary>
    /// <value>
    /// 0 (off) to 10 times; default 3. Connection failures, timeouts, responses that are cut off, and the statuses 408, 429, 500, 502, 503 and
    /// 504, for reads and for token requests. A read whose token is rejected is repeated with a new token up to this number plus one times.
    /// </value>
    public int MaxRetries { get; set; } = 3;

    /// <summary>Upper bound of the random delay before the first retry; it doubles with each further retry.</summary>
    /// <value>0 or more; default 1 second. If the server sends <c>Retry-After</c>, that delay is used instead.</value>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Maximum of the upper bound that starts at <see cref="RetryDelay"/> and doubles with each retry.</summary>
    /// <value>0 or more; default 30 seconds.</value>
    public TimeSpan MaxRetryDelay { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>The product token of the application, put before the SDK's own in <c>User-Agent</c>: <c>NightWatch/1.2</c>.</summary>
    /// <value>1 to 128 printable ASCII characters, or null (the default) for the SDK's own alone.</value>
    public string? ApplicationId { get; set; }

    /// <summary>Called when a list is found to have changed while it is being read.</summary>
    /// <value>Null (the default) for a log entry and a metric only. The callback runs between two items, on the thread that enumerates them.</value>
    public Action<ConcurrentChange>? OnConcurrentChange { get; set; }

    /// <summary>Gets or sets whether the client signs out when it is disposed of with <c>await using</c>. API v7 and later.</summary>
    /// <value>Default false. A failed sign-out is only logged.</value>
    public bool LogoutOnDispose { get; set; }

    /// <summary>The logger factory of the client. It never receives a secret, a query or a body.</summary>
    /// <value>Null (the default) for no logging.</value>
    public ILoggerFactory? LoggerFactory { get; set; }

    /// <summary>The server certificate to trust.</summary>
    /// <value>Default <see cref="ServerCertificate.SystemTrust"/>; ignored where <see cref="PrimaryHandler"/> is set.</value>
    public ServerCertificate ServerCertificate { get; set; } = ServerCertificate.SystemTrust;

    /// <summary>The innermost handler, which sends the requests.</summary>
    /// <value>
    /// Null (the default) for a <c>SocketsHttpHandler</c> that follows no redirects. A handler given here is used as it
    /// is and is not disposed of with the client.
    /// </value>
    public HttpMessageHandler? PrimaryHandler { get; set; }

    /// <summary>The clock.</summary>
    /// <value>Default <see cref="TimeProvider.System"/>.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Creates a copy that nobody else can change.</summary>
    internal LogItemsClientOptions Copy() => (LogItemsClientOptions)MemberwiseClone();

    /// <summary>The largest value of <see cref="MaxRetries"/>.</summary>
    internal const int RetryLimit = 10;
}

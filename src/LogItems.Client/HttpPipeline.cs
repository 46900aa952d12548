using LogItems.Transport;
using LogItems.Versions;

namespace LogItems;

/// <summary>
/// The handlers of a client with connections of its own, from the outermost to the innermost: diagnostics, authentication,
/// retries, certificate, sockets.
/// </summary>
internal sealed class HttpPipeline : IDisposable
{
    private HttpPipeline(HttpClient httpClient, AuthenticationHandler authentication)
    {
        HttpClient = httpClient;
        Authentication = authentication;
    }

    public HttpClient HttpClient { get; }

    public AuthenticationHandler Authentication { get; }

    public static HttpPipeline Create(Uri server, LogItemsCredential credential, LogItemsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var address = CheckedAddress(server, options);
        var version = address.ChooseVersion(options.Version);
        var authentication = new AuthenticationHandler(address.Root, credential, options) { InnerHandler = CreateRetryHandler(address, options) };
        var httpClient = CreateHttpClient(authentication, version is null ? address.Root : new Uri(address.ForVersion(version.Value)), options);
        return new HttpPipeline(httpClient, authentication);
    }

    /// <summary>Creates a client that does not sign in.</summary>
    public static HttpClient CreateAnonymous(Uri server, LogItemsClientOptions options)
    {
        var address = CheckedAddress(server, options);
        return CreateHttpClient(CreateRetryHandler(address, options), address.Root, options);
    }

    public void Dispose() => HttpClient.Dispose();

    /// <summary>Creates the innermost handler of a client without <see cref="LogItemsClientOptions.PrimaryHandler"/>.</summary>
    public static HttpMessageHandler CreatePrimaryHandler(Uri server, LogItemsClientOptions options) =>
        PrimaryHttpHandler.Create(CheckedAddress(server, options), options);

    private static ServerAddress CheckedAddress(Uri server, LogItemsClientOptions options)
    {
        options.ThrowIfInvalid();
        return ServerAddress.ParseSecure(server);
    }

    private static HttpClient CreateHttpClient(HttpMessageHandler inner, Uri baseAddress, LogItemsClientOptions options) =>
        new(new DiagnosticsHandler(options) { InnerHandler = inner }, disposeHandler: options.PrimaryHandler is null)
        {
            BaseAddress = baseAddress,
            Timeout = Timeout.InfiniteTimeSpan, // The retry handler limits the duration of each attempt and of all attempts together.
        };

    private static RetryHandler CreateRetryHandler(ServerAddress address, LogItemsClientOptions options) => new(options)
    {
        InnerHandler = new UserAgentHandler(options) { InnerHandler = options.PrimaryHandler ?? PrimaryHttpHandler.Create(address, options) },
    };
}

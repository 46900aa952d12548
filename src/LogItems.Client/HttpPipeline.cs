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
        var retry = new RetryHandler(options) { InnerHandler = PrimaryHandler(address, options) };
        var authentication = new AuthenticationHandler(address.Root, credential, options) { InnerHandler = retry };
        var httpClient = new HttpClient(new DiagnosticsHandler(options) { InnerHandler = authentication }, OwnsPrimaryHandler(options))
        {
            BaseAddress = version is null ? address.Root : new Uri(address.ForVersion(version.Value)),
            Timeout = Timeout.InfiniteTimeSpan, // The retry handler limits the duration of each attempt and of all attempts together.
        };
        return new HttpPipeline(httpClient, authentication);
    }

    /// <summary>Creates a client with the primary handler alone, without retries.</summary>
    public static HttpClient CreateAnonymous(Uri server, LogItemsClientOptions options)
    {
        var address = CheckedAddress(server, options);
        return new HttpClient(PrimaryHandler(address, options), OwnsPrimaryHandler(options))
        {
            BaseAddress = address.Root,
            Timeout = options.TryTimeout,
        };
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

    private static bool OwnsPrimaryHandler(LogItemsClientOptions options) => options.PrimaryHandler is null;

    private static UserAgentHandler PrimaryHandler(ServerAddress address, LogItemsClientOptions options) =>
        new UserAgentHandler(options) { InnerHandler = options.PrimaryHandler ?? PrimaryHttpHandler.Create(address, options) };
}

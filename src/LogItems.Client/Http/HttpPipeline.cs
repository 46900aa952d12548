using System.Net;

namespace LogItems;

/// <summary>Puts the handlers together that a client with connections of its own sends through.</summary>
internal static class HttpPipeline
{
    /// <summary>Authentication over the primary handler.</summary>
    public static HttpClient Create(Uri server, LogItemsCredential credential, LogItemsClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(credential);
        var address = CheckedAddress(server, options);
        var version = address.ChooseVersion(options.Version);
        var handler = new AuthenticationHandler(address.Root, credential, options.TimeProvider) { InnerHandler = PrimaryHandler(options) };
        return new HttpClient(handler, disposeHandler: options.PrimaryHandler is null)
        {
            BaseAddress = version is null ? address.Root : new Uri(address.Below(version.Value)),
            Timeout = options.Timeout,
        };
    }

    /// <summary>The primary handler alone.</summary>
    public static HttpClient CreateAnonymous(Uri server, LogItemsClientOptions options) =>
        new(PrimaryHandler(options), disposeHandler: options.PrimaryHandler is null)
        {
            BaseAddress = CheckedAddress(server, options).Root,
            Timeout = options.Timeout,
        };

    private static ServerAddress CheckedAddress(Uri server, LogItemsClientOptions options)
    {
        options.Validate();
        var address = ServerAddress.Parse(server);
        return address.Root.Scheme == Uri.UriSchemeHttps || address.Root.IsLoopback
            ? address
            : throw new ArgumentException(
                $"'{address.Root}' is plain http, which would show password and tokens to everybody on the way; use https.", nameof(server));
    }

    private static HttpMessageHandler PrimaryHandler(LogItemsClientOptions options) => options.PrimaryHandler ?? new CertificateHandler(new SocketsHttpHandler
    {
        // A redirect would lead to a sign-in page or to another machine; nothing of this API redirects.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        SslOptions = { RemoteCertificateValidationCallback = new CertificateCheck(options.ServerCertificate, options.TimeProvider).Validate },
    });
}

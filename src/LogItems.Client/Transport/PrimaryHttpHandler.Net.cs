using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using LogItems.Transport.Tls;
using LogItems.Versions;

namespace LogItems.Transport;

/// <summary>Creates the innermost handler, which sends the requests.</summary>
internal static class PrimaryHttpHandler
{
    public static HttpMessageHandler Create(ServerAddress address, LogItemsClientOptions options)
    {
        var check = new CertificateCheck(options.ServerCertificate, options.TimeProvider);
        var isHttp2 = options.HttpVersion.Major > 1 && address.Root.Scheme == Uri.UriSchemeHttps;
        return new CertificateHandler(new SocketsHttpHandler
        {
            // A redirect would lead to a sign-in page or to another machine; this API never redirects.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.Root.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = options.MaxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // Longer than a minute, after which servers are often polled again.
            PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),

            // An attempt that times out does not close an HTTP/2 connection; without pings, the next ones would use a dead connection.
            // The handler examines its connections every quarter of the delay, even if none uses HTTP/2.
            KeepAlivePingDelay = isHttp2 ? TimeSpan.FromSeconds(15) : Timeout.InfiniteTimeSpan,
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            SslOptions = { RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => Validate(check, sender, certificate, chain, errors) },
        }, options);
    }

    /// <summary>Accepts the certificate, or throws an exception with all details.</summary>
    private static bool Validate(CertificateCheck check, object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        var info = check.Evaluate((sender as SslStream)?.TargetHostName ?? "the server", certificate, chain, errors);
        return info.Problem == ServerCertificateProblem.None ? true : throw new ServerCertificateException(info);
    }
}

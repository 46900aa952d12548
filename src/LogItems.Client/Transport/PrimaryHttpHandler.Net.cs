using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using LogItems.Transport.Tls;
using LogItems.Versions;

namespace LogItems.Transport;

/// <summary>What sends the requests in the end.</summary>
internal static class PrimaryHttpHandler
{
    public static HttpMessageHandler Create(ServerAddress address, LogItemsClientOptions options)
    {
        var check = new CertificateCheck(options.ServerCertificate, options.TimeProvider);
        return new CertificateHandler(new SocketsHttpHandler
        {
            // A redirect would lead to a sign-in page or to another machine; nothing of this API redirects.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.Root.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            MaxConnectionsPerServer = options.MaxConnections,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),

            // A try that takes too long does not close a connection of HTTP/2; without pings the next ones would go to a dead one.
            KeepAlivePingDelay = TimeSpan.FromSeconds(15),
            KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
            KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
            SslOptions = { RemoteCertificateValidationCallback = (sender, certificate, chain, errors) => Validate(check, sender, certificate, chain, errors) },
        }, options.TimeProvider);
    }

    /// <summary>Passes, or throws what tells everything.</summary>
    private static bool Validate(CertificateCheck check, object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        var info = check.Judge((sender as SslStream)?.TargetHostName ?? "the server", certificate, chain, errors);
        return info.Problem == ServerCertificateProblem.None ? true : throw new ServerCertificateException(info);
    }
}

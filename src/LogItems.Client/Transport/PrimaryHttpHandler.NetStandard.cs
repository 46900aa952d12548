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
        return new CertificateHandler(new HttpClientHandler
        {
            // A redirect would lead to a sign-in page or to another machine; this API never redirects.
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.Root.IsLoopback,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            MaxConnectionsPerServer = options.MaxConnections,
            ServerCertificateCustomValidationCallback = (request, certificate, chain, errors) => Validate(check, request, certificate, chain, errors),
        }, options.TimeProvider);
    }

    /// <summary>Accepts the certificate, or stores the details with the request: an exception thrown here gets lost on .NET Framework.</summary>
    private static bool Validate(CertificateCheck check, HttpRequestMessage request, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null)
        {
            return false;
        }

        var info = check.Evaluate(request.RequestUri!.IdnHost, certificate, chain, errors);
        if (info.Problem != ServerCertificateProblem.None)
        {
            request.Options.Set(CertificateHandler.Rejected, info);
        }

        return info.Problem == ServerCertificateProblem.None;
    }
}

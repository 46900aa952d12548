using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using LogItems.Cli.Hosting;

namespace LogItems.Cli.Options;

/// <summary>Connections without retries, redirects or tokens, so that every response is seen as the server sent it.</summary>
internal static class VerificationTransport
{
    /// <summary>Creates a handler that accepts only the previously validated certificate.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or its certificate is not trusted.</exception>
    /// <exception cref="UsageException">The address is plain http on another machine.</exception>
    public static async Task<HttpMessageHandler> CreateAsync(Uri server, LogItemsClientOptions options, CancellationToken cancellationToken)
    {
        if (server.Scheme == Uri.UriSchemeHttp && !server.IsLoopback)
        {
            throw new UsageException("The address uses http, which would send the password and tokens unencrypted. Use https.");
        }

        var sha256 = server.Scheme == Uri.UriSchemeHttps ? await TrustedAsync(server, options, cancellationToken) : null;
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !server.IsLoopback,
            AutomaticDecompression = DecompressionMethods.All,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                    certificate?.GetCertHashString(HashAlgorithmName.SHA256) == sha256,
            },
        };
    }

    private static async Task<string> TrustedAsync(Uri server, LogItemsClientOptions options, CancellationToken cancellationToken)
    {
        var certificate = await LogItemsClient.GetServerCertificateAsync(server, options, cancellationToken);
        return certificate.Problem == ServerCertificateProblem.None
            ? certificate.Sha256
            : throw new HttpRequestException(
                HttpRequestError.SecureConnectionError,
                $"its certificate is not trusted ({certificate.Problem}, SHA-256 {certificate.Sha256}). "
                + "Compare the thumbprint with the server's and pin it with --pin-sha256.");
    }
}

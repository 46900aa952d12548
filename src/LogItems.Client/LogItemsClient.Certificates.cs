using LogItems.Transport.Tls;
using LogItems.Versions;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Gets a server's certificate without sending a request, to compare and pin it.</summary>
    /// <param name="server">The server, with https.</param>
    /// <param name="options">The options that decide which certificate is trusted; null for the defaults.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The address is not an https address.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or presents no certificate.</exception>
    public static Task<ServerCertificateInfo> GetServerCertificateAsync(
        Uri server, LogItemsClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        var root = ServerAddress.Parse(server).Root;
        options ??= new();
        return root.Scheme == Uri.UriSchemeHttps
            ? CertificateReader.ReadAsync(root, options.ServerCertificate, options.TimeProvider, cancellationToken)
            : throw new ArgumentException($"'{root}' is not https, so it has no certificate.", nameof(server));
    }
}

using LogItems.Transport.Tls;
using LogItems.Versions;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Looks at a server's certificate without sending anything to it, to compare and to pin it.</summary>
    /// <param name="server">The server, with https.</param>
    /// <param name="options">Null for the defaults; says which certificate would be trusted.</param>
    /// <param name="cancellationToken">Ends the looking.</param>
    /// <exception cref="ArgumentException">The address is not one of https.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or has no certificate.</exception>
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

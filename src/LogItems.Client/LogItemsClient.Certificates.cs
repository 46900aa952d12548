using LogItems.Transport.Tls;
using LogItems.Versions;

namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>Gets a server's certificate without sending a request, to compare and pin it.</summary>
    /// <param name="server">The server, with https.</param>
    /// <param name="options">
    /// The options that decide which certificate is trusted, and how long the connection may take (<see cref="LogItemsClientOptions.TryTimeout"/>);
    /// null for the defaults.
    /// </param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The address is not an https address, or an option is out of its range.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached, or presents no certificate.</exception>
    /// <exception cref="TimeoutException">The server did not present its certificate in time.</exception>
    public static async Task<ServerCertificateInfo> GetServerCertificateAsync(
        Uri server, LogItemsClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        var root = ServerAddress.Parse(server).Root;
        options ??= new();
        options.ThrowIfInvalid();
        if (root.Scheme != Uri.UriSchemeHttps)
        {
            throw new ArgumentException($"'{root}' is not https, so it has no certificate.", nameof(server));
        }

        using var timeout = options.TimeProvider.CreateCancellationTokenSource(options.TryTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await CertificateReader.ReadAsync(root, options.ServerCertificate, options.TimeProvider, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(
                $"{root} did not present its certificate within {options.TryTimeout.TotalSeconds:0.#} s. Check the address and the network, or "
                + "increase TryTimeout.");
        }
    }
}

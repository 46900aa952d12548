using System.Net.Security;
using System.Net.Sockets;
using LogItems.Errors;

namespace LogItems.Transport.Tls;

/// <summary>Reads a server's certificate without sending a request.</summary>
internal static class CertificateReader
{
    public static async Task<ServerCertificateInfo> ReadAsync(
        Uri server, ServerCertificate trusted, TimeProvider timeProvider, CancellationToken cancellationToken)
    {
        var check = new CertificateCheck(trusted, timeProvider);
        ServerCertificateInfo? info = null;
        try
        {
            using var tcp = new TcpClient();
            await tcp.ConnectAsync(server.IdnHost, server.Port, cancellationToken).ConfigureAwait(false);
            using var tls = new SslStream(tcp.GetStream(), leaveInnerStreamOpen: false, (_, certificate, chain, errors) =>
            {
                info = certificate is null ? null : check.Evaluate(server.IdnHost, certificate, chain, errors);
                // Accepted for inspection only: the connection is closed before any request is sent.
                return info is not null;
            });
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = server.IdnHost }, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is SocketException or IOException or System.Security.Authentication.AuthenticationException)
        {
            if (info is null)
            {
                throw NetworkFailure.OfTls($"No certificate could be read from {server}: {exception.Message}", exception);
            }
        }

        return info ?? throw NetworkFailure.OfTls($"{server} presented no certificate.");
    }
}

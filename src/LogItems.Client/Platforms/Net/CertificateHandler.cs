using System.Net;

namespace LogItems;

/// <summary>
/// Lets client and server agree on HTTP/2 by TLS, and callers see why a certificate was refused, instead of "the connection could not
/// be established".
/// </summary>
internal sealed class CertificateHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A server that does not offer it by TLS, or speaks without TLS, is spoken to in HTTP/1.1.
        (request.Version, request.VersionPolicy) = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException exception) when (exception.InnerException is ServerCertificateException refused)
        {
            throw new ServerCertificateException(refused.Certificate);
        }
    }
}

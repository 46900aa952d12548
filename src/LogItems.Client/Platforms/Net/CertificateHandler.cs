namespace LogItems;

/// <summary>Lets callers see why a certificate was refused, instead of "the connection could not be established".</summary>
internal sealed class CertificateHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
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

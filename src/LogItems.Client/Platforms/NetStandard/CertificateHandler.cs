namespace LogItems;

/// <summary>Lets callers see why a certificate was refused, instead of "the connection could not be established".</summary>
internal sealed class CertificateHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    /// <summary>The certificate that was refused when a connection was made for the request.</summary>
    public static readonly HttpRequestOptionsKey<ServerCertificateInfo> Refused = new("LogItems.RefusedCertificate");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException) when (request.Options.TryGetValue(Refused, out _))
        {
            request.Options.TryGetValue(Refused, out var certificate);
            throw new ServerCertificateException(certificate!);
        }
    }
}

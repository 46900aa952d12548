namespace LogItems.Transport;

/// <summary>
/// Lets callers see why a certificate was rejected or that the scheme is the wrong one, instead of "the connection could not be
/// established".
/// </summary>
internal sealed class CertificateHandler(HttpMessageHandler inner, TimeProvider timeProvider) : DelegatingHandler(inner)
{
    private readonly SchemeProbe _scheme = new(timeProvider);

    /// <summary>The certificate that was refused when a connection was made for the request.</summary>
    public static readonly HttpRequestOptionsKey<ServerCertificateInfo> Refused = new("LogItems.RefusedCertificate");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _scheme.Confirm();
            return response;
        }
        catch (HttpRequestException) when (request.Options.TryGetValue(Refused, out _))
        {
            request.Options.TryGetValue(Refused, out var certificate);
            throw new ServerCertificateException(certificate!);
        }
        catch (HttpRequestException)
        {
            await _scheme.ExamineAsync(request, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}

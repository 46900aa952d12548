namespace LogItems.Transport;

/// <summary>
/// Reports why a certificate was rejected or that the scheme is wrong, instead of "the connection could not be
/// established".
/// </summary>
internal sealed class CertificateHandler(HttpMessageHandler inner, TimeProvider timeProvider) : DelegatingHandler(inner)
{
    private readonly SchemeProbe _scheme = new(timeProvider);

    /// <summary>The certificate that was rejected when a connection was opened for the request.</summary>
    public static readonly HttpRequestOptionsKey<ServerCertificateInfo> Rejected = new("LogItems.RejectedCertificate");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _scheme.Confirm();
            return response;
        }
        catch (HttpRequestException) when (request.Options.TryGetValue(Rejected, out _))
        {
            request.Options.TryGetValue(Rejected, out var certificate);
            throw new ServerCertificateException(certificate!);
        }
        catch (HttpRequestException)
        {
            await _scheme.ExamineAsync(request, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}

using LogItems.Errors;

namespace LogItems.Transport;

/// <summary>
/// Negotiates HTTP/2 by TLS, and reports why a certificate was rejected or that the scheme is wrong,
/// instead of "the connection could not be established".
/// </summary>
internal sealed class CertificateHandler(HttpMessageHandler inner, LogItemsClientOptions options) : DelegatingHandler(inner)
{
    private readonly SchemeProbe _scheme = new(options.TimeProvider);
    private readonly Version _version = options.HttpVersion;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // HTTP/1.1 is used without TLS, and with a server that does not negotiate HTTP/2.
        (request.Version, request.VersionPolicy) = (_version, HttpVersionPolicy.RequestVersionOrLower);
        try
        {
            var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
            _scheme.Confirm();
            return response;
        }
        catch (HttpRequestException exception) when (exception.InnerException is ServerCertificateException refused)
        {
            throw new ServerCertificateException(refused.Certificate);
        }
        catch (HttpRequestException exception) when (NetworkFailure.MayBeWrongScheme(exception))
        {
            await _scheme.ExamineAsync(request, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }
}

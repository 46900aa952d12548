using System.Net;

namespace LogItems.Contracts.Documents;

/// <summary>Follows redirects of GET requests: at most five, to http and https only, and not from https to http.</summary>
/// <remarks>The connection's own redirects would follow any scheme, and send the request to that scheme's port.</remarks>
internal sealed class RedirectHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MaxRedirects = 5;

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = base.Send(request, cancellationToken);
        for (var count = 0; count < MaxRedirects && TargetOf(response, request.RequestUri!) is { } target; count++)
        {
            response.Dispose();
            request.RequestUri = target;
            response = base.Send(request, cancellationToken);
        }

        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        for (var count = 0; count < MaxRedirects && TargetOf(response, request.RequestUri!) is { } target; count++)
        {
            response.Dispose();
            request.RequestUri = target;
            response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        return response;
    }

    /// <summary>The next address; null if the response is not a redirect.</summary>
    private static Uri? TargetOf(HttpResponseMessage response, Uri from)
    {
        var isRedirect = response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
            or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;
        if (!isRedirect || response.Headers.Location is not { } location || !Uri.TryCreate(from, location, out var target))
        {
            return null;
        }

        return target.Scheme == Uri.UriSchemeHttps || (target.Scheme == Uri.UriSchemeHttp && from.Scheme == Uri.UriSchemeHttp) ? target : null;
    }
}

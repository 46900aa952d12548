namespace LogItems.Transport;

/// <summary>Sets the User-Agent of every request of a client with connections of its own, sign-in and probes included.</summary>
internal sealed class UserAgentHandler(LogItemsClientOptions options) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        UserAgent.AddTo(request, options);
        return base.SendAsync(request, cancellationToken);
    }
}

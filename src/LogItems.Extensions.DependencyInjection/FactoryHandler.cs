namespace LogItems.Extensions.DependencyInjection;

/// <summary>Sends each request through the factory's current handler.</summary>
/// <remarks>
/// A client can therefore live as long as the process, with its token, while the connections below it are renewed. The factory disposes
/// of its handlers itself.
/// </remarks>
internal sealed class FactoryHandler(IHttpMessageHandlerFactory factory, string name) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var invoker = new HttpMessageInvoker(factory.CreateHandler(name), disposeHandler: false);
        return await invoker.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}

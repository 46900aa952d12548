namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>
    /// Creates the handler at the end of a client's pipeline: no redirects, no cookies, the certificate that the options trust, HTTP/2
    /// if the server negotiates it by TLS.
    /// </summary>
    /// <remarks>
    /// For callers that keep and renew handlers themselves, as <c>IHttpClientFactory</c> does, and pass them as
    /// <see cref="LogItemsClientOptions.PrimaryHandler"/>. The caller disposes of the handler.
    /// </remarks>
    /// <param name="server">The server; a version in its path is ignored.</param>
    /// <param name="options">Null for the defaults; <see cref="LogItemsClientOptions.PrimaryHandler"/> is ignored.</param>
    /// <exception cref="ArgumentException">The address or an option is not usable; the message says which and why.</exception>
    public static HttpMessageHandler CreatePrimaryHandler(Uri server, LogItemsClientOptions? options = null) =>
        HttpPipeline.CreatePrimaryHandler(server, options ?? new());
}

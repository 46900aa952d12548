using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Reads a document from a server.</summary>
internal static class UrlSource
{
    /// <summary>The address in a form that is safe to display, because user names, passwords and queries can be secret.</summary>
    public static string Name(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public static async Task<string> ReadAsync(Uri url, ContractLoadOptions options, CancellationToken cancellationToken)
    {
        using var own = options.PrimaryHandler is null ? NewHandler() : null;
        using var client = NewClient(options.PrimaryHandler ?? own!, options);
        var place = new Location("", 0, 0, Name(url));
        try
        {
            using var response = await client.GetAsync(url, cancellationToken).ConfigureAwait(false);
            RequireSuccess(response, place, "the server");
            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            using var reader = new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
            return BoundedText.Read(reader, Name(url), options.MaxLength, cancellationToken);
        }
        catch (Exception exception) when (FailureOf(exception, url, place, options, cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>Creates a connection that follows no redirects by itself.</summary>
    public static SocketsHttpHandler NewHandler() => new() { AllowAutoRedirect = false };

    /// <summary>Creates a client that follows redirects; disposing of it does not dispose of the handler.</summary>
    public static HttpClient NewClient(HttpMessageHandler handler, ContractLoadOptions options) => new(new RedirectHandler(handler), disposeHandler: false)
    {
        Timeout = options.Timeout,
        // A character takes at most four bytes.
        MaxResponseContentBufferSize = 4L * options.MaxLength,
    };

    public static void RequireSuccess(HttpResponseMessage response, Location place, string server)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new ContractLoadException(place, $"{server} returned {(int)response.StatusCode}.", "Check the address.");
        }
    }

    /// <summary>Creates the exception for a document that could not be read; null for other failures and for cancellation by the caller.</summary>
    public static ContractLoadException? FailureOf(
        Exception exception, Uri url, Location place, ContractLoadOptions options, CancellationToken cancellationToken)
    {
        var server = place.File == Name(url) ? "the server" : $"the server of '{Name(url)}'";
        return exception switch
        {
            HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => BoundedText.TooLong(Name(url), options.MaxLength),
            HttpRequestException or IOException => new ContractLoadException(
                place, $"{server} cannot be reached ({exception.Message.TrimEnd('.')}).", "Check the address and the network.", exception),
            OperationCanceledException when !cancellationToken.IsCancellationRequested => new ContractLoadException(
                place, $"{server} did not respond within {options.Timeout.TotalSeconds:0.#} seconds.", "Try again, or load a file.", exception),
            _ => null,
        };
    }
}

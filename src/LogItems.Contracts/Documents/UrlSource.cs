using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Reads a document from a server.</summary>
internal static class UrlSource
{
    /// <summary>The address as it may be shown: user names, passwords and queries can be secrets.</summary>
    public static string Name(Uri url) =>
        url.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    public static async Task<TextReader> ReadAsync(Uri url, ContractLoadOptions options, CancellationToken cancellationToken)
    {
        using var own = options.PrimaryHandler is null ? new SocketsHttpHandler() : null;
        using var client = new HttpClient(options.PrimaryHandler ?? own!, disposeHandler: false)
        {
            Timeout = options.Timeout,
            // A character has at least one byte, and at most four of them are two characters.
            MaxResponseContentBufferSize = 4L * options.MaxLength,
        };
        try
        {
            using var response = await client.GetAsync(url, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Refuse(url, $"the server answers {(int)response.StatusCode}.", "Check the address.");
            }

            var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return new StreamReader(new MemoryStream(bytes), Encoding.UTF8);
        }
        catch (HttpRequestException exception)
        {
            throw exception.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded
                ? BoundedText.TooLong(Name(url), options.MaxLength)
                : Refuse(
                    url, $"the server cannot be reached ({exception.Message.TrimEnd('.')}).", "Check the address and the network.",
                    exception);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Refuse(
                url, $"the server did not answer within {options.Timeout.TotalSeconds:0.#} seconds.", "Try again, or load a file.",
                exception);
        }
    }

    private static ContractLoadException Refuse(Uri url, string found, string remedy, Exception? inner = null) =>
        new(new Location("", 0, 0, Name(url)), found, remedy, inner);
}

using System.Text;

namespace LogItems.Contracts.Documents;

/// <summary>Reads the documents on servers that a document refers to, all within one timeout.</summary>
internal sealed class RemoteFiles : IDisposable
{
    private readonly ContractLoadOptions _options;
    private readonly CancellationToken _cancellationToken;
    private readonly SocketsHttpHandler? _own;
    private readonly HttpClient _client;
    private readonly CancellationTokenSource _limit;

    public RemoteFiles(ContractLoadOptions options, CancellationToken cancellationToken)
    {
        (this._options, this._cancellationToken) = (options, cancellationToken);
        _own = options.PrimaryHandler is null ? UrlSource.NewHandler() : null;
        _client = UrlSource.NewClient(options.PrimaryHandler ?? _own!, options);
        _limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _limit.CancelAfter(options.Timeout);
    }

    /// <summary>The address of a reference; null if its scheme is not http or https.</summary>
    /// <param name="name">The reference.</param>
    /// <param name="from">The address of the document that contains it; null for a file.</param>
    public static string? Find(string name, string? from)
    {
        Uri? url = null;
        var isAddress = from is null ? Uri.TryCreate(name, UriKind.Absolute, out url) : Uri.TryCreate(new Uri(from), name, out url);
        return isAddress && (url!.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps) ? url.AbsoluteUri : null;
    }

    /// <summary>Reads a document.</summary>
    /// <exception cref="ContractLoadException">The document cannot be reached, is too large, or is not YAML or JSON.</exception>
    public ContractNode Read(string address, Location asked)
    {
        var url = new Uri(address);
        var name = UrlSource.Name(url);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, url);
            using var response = _client.Send(request, _limit.Token);
            UrlSource.RequireSuccess(response, asked, $"the server of '{name}'");
            using var reader = new StreamReader(response.Content.ReadAsStream(_limit.Token), Encoding.UTF8);
            var text = BoundedText.Read(reader, name, _options.MaxLength, _limit.Token);
            return NodeReader.Read(text, name, _cancellationToken);
        }
        catch (Exception exception) when (UrlSource.FailureOf(exception, url, asked, _options, _cancellationToken) is { } failure)
        {
            throw failure;
        }
    }

    public void Dispose()
    {
        _limit.Dispose();
        _client.Dispose();
        _own?.Dispose();
    }
}

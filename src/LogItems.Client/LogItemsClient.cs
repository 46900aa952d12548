using LogItems.Diagnostics;
using LogItems.Versions;

namespace LogItems;

/// <summary>Reads job sessions and their log items from a backup server, whatever API version it supports.</summary>
/// <remarks>
/// Thread-safe; create one client for each server and reuse it. The operations of the contract are
/// generated; the handwritten parts are in the files beside this one.
/// </remarks>
public partial class LogItemsClient : IDisposable, IAsyncDisposable
{
    private readonly HttpClient _httpClient;
    private readonly LogItemsClientOptions _options;
    private readonly HttpPipeline? _pipeline;

    /// <summary>Creates a client with connections of its own.</summary>
    /// <param name="server">
    /// The server, for example <c>https://backup.contoso.local:4443</c>; a version in the path (<c>/v7</c>) counts as
    /// <see cref="LogItemsClientOptions.Version"/>. Plain http is accepted for the machine itself only.
    /// </param>
    /// <param name="credential">The credential.</param>
    /// <param name="options">Null for the defaults.</param>
    /// <exception cref="ArgumentException">The address or an option is not usable; the message says which and why.</exception>
    public LogItemsClient(Uri server, LogItemsCredential credential, LogItemsClientOptions? options = null)
        : this(HttpPipeline.Create(server, credential, options = options?.Copy() ?? new()), options)
    {
    }

    /// <summary>Creates a client on the caller's own <see cref="HttpClient"/>, which is responsible for authentication and retries.</summary>
    /// <param name="httpClient">Its <see cref="HttpClient.BaseAddress"/> is the server, with or without a version in the path.</param>
    /// <param name="options">Null for the defaults; connections, retries and timeouts are those of the caller.</param>
    /// <exception cref="ArgumentException">The address or an option is not usable; the message says which and why.</exception>
    public LogItemsClient(HttpClient httpClient, LogItemsClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        _httpClient = httpClient;
        _options = options?.Copy() ?? new();
        _options.ThrowIfInvalid();
        _logger = _options.CreateLogger();
        _address = ServerAddress.Parse(
            httpClient.BaseAddress ?? throw new ArgumentException("The HttpClient has no BaseAddress; set it to the server's address."));
        _state = new VersionState(_address.ChooseVersion(_options.Version));
    }

    private LogItemsClient(HttpPipeline pipeline, LogItemsClientOptions? options)
        : this(pipeline.HttpClient, options) => _pipeline = pipeline;

    /// <summary>The server's address, without a version.</summary>
    public Uri Server => _address.Root;
}

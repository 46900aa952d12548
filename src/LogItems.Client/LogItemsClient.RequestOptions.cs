namespace LogItems;

public partial class LogItemsClient
{
    /// <summary>The client that this one is a view of; null if it is not a view.</summary>
    private LogItemsClient? _owner;

    private LogItemsRequestOptions? _requestOptions;

    /// <summary>Returns a view of this client whose calls use other settings: headers, timeouts, retries, access to raw responses.</summary>
    /// <remarks>
    /// The view shares everything else with this client: connections, token, version. It is cheap and intended for one call or a few; disposing
    /// of it does nothing, and it ends with this client.
    /// </remarks>
    /// <param name="options">The settings; they replace those of a view that this method is called on.</param>
    /// <exception cref="ArgumentException">A setting is out of its range; the message names it.</exception>
    public LogItemsClient WithOptions(LogItemsRequestOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ThrowIfInvalid();
        var view = (LogItemsClient)MemberwiseClone();
        view._owner = _owner ?? this;
        view._requestOptions = options;
        return view;
    }

    /// <summary>Sends a request to a path below the API version in use, with the client's token and retries, and returns the raw response.</summary>
    /// <remarks>For operations that the contract does not describe. The caller disposes of the response.</remarks>
    /// <param name="method">The HTTP method. Only <c>GET</c> is retried.</param>
    /// <param name="path">The path below the version, with its query: <c>Organizations?limit=10</c>.</param>
    /// <param name="content">The body; null for none.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The response, whatever its status.</returns>
    /// <exception cref="ArgumentException">The path refers to another server or is outside of the API version.</exception>
    public async Task<HttpResponseMessage> SendRawAsync(
        HttpMethod method, string path, HttpContent? content = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        var root = new Uri(_address.ForVersion(await GetVersionAsync(cancellationToken).ConfigureAwait(false)));
        if (!Uri.TryCreate(root, path, out var address) || !root.IsBaseOf(address))
        {
            throw new ArgumentException($"'{path}' does not lead to a path below {root}; write it without a leading slash.", nameof(path));
        }

        using var request = new HttpRequestMessage(method, address) { Content = content };
        return await UntilDisposedAsync(
            token => DispatchAsync(request, HttpCompletionOption.ResponseContentRead, token), cancellationToken).ConfigureAwait(false);
    }
}

namespace LogItems;

public partial class LogItemsClient
{
    private readonly SemaphoreSlim _detection = new(1, 1);
    private readonly ServerAddress _address;

    /// <summary>0 as long as it is not known.</summary>
    private ApiVersion _version;

    private bool _isVersionDetected;

    /// <summary>Asks a server, without credentials, which API versions it speaks: all candidates at once, one round trip.</summary>
    /// <param name="server">The server; a version in its path is ignored.</param>
    /// <param name="options">Null for the defaults; <see cref="LogItemsClientOptions.Version"/> is ignored.</param>
    /// <param name="cancellationToken">Ends the asking.</param>
    /// <exception cref="ArgumentException">The address or an option is not usable; the message says which and why.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<ApiVersionDetection> DetectVersionAsync(
        Uri server, LogItemsClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var httpClient = HttpPipeline.CreateAnonymous(server, options ?? new());
        return await ApiVersionDetector.DetectAsync(httpClient, ServerAddress.Parse(server).Root, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<ApiVersion> GetVersionAsync(CancellationToken cancellationToken = default)
    {
        if (_version is not default(ApiVersion) and var known)
        {
            return known;
        }

        await _detection.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_version is not default(ApiVersion) and var meanwhile)
            {
                return meanwhile;
            }

            var detection = await ApiVersionDetector.DetectAsync(_httpClient, Server, cancellationToken).ConfigureAwait(false);
            var chosen = detection.Chosen ?? throw new ApiVersionDetectionException(detection);
            (_version, _isVersionDetected) = (chosen, true);
            ClientLog.VersionDetected(_logger, Server, chosen.ToPathSegment());
            return chosen;
        }
        finally
        {
            _detection.Release();
        }
    }
}

using LogItems.Diagnostics;
using LogItems.Versions;
using LogItems.Versions.Detection;

namespace LogItems;

public partial class LogItemsClient
{
    private readonly VersionState _state;
    private readonly ServerAddress _address;

    /// <summary>Detects, without credentials, which API versions a server supports: all candidates are probed concurrently, in one round trip.</summary>
    /// <param name="server">The server; a version in its path is ignored.</param>
    /// <param name="options">Null for the defaults; <see cref="LogItemsClientOptions.Version"/> is ignored.</param>
    /// <param name="cancellationToken">Cancels the detection.</param>
    /// <exception cref="ArgumentException">The address or an option is not usable; the message says which and why.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached; thrown after the retries that the options specify.</exception>
    public static async Task<ApiVersionDetection> DetectVersionAsync(
        Uri server, LogItemsClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        using var httpClient = HttpPipeline.CreateAnonymous(server, options ?? new());
        return await ApiVersionDetector.DetectAsync(httpClient, ServerAddress.Parse(server).Root, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task<ApiVersion> GetVersionAsync(CancellationToken cancellationToken = default) => _state.IsKnown && !_disposed.IsCancellationRequested
        ? Task.FromResult(_state.Version)
        : UntilDisposedAsync(DetectAsync, cancellationToken);

    private async Task<ApiVersion> DetectAsync(CancellationToken cancellationToken)
    {
        await _state.Detection.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_state.IsKnown)
            {
                return _state.Version;
            }

            var detection = await ApiVersionDetector.DetectAsync(_httpClient, Server, cancellationToken).ConfigureAwait(false);
            var chosen = detection.Chosen ?? throw new ApiVersionDetectionException(detection);
            _state.Detected(chosen);
            ClientLog.VersionDetected(_logger, Server, chosen.ToPathSegment());
            return chosen;
        }
        finally
        {
            _state.Detection.Release();
        }
    }

    /// <summary>The version in use, shared by a client and its views.</summary>
    private sealed class VersionState(ApiVersion? configured)
    {
        private int _version = (int)(configured ?? default);

        /// <summary>Held while the version is being detected; never disposed of, so that no caller waits forever.</summary>
        public SemaphoreSlim Detection { get; } = new(1, 1);

        public ApiVersion Version => (ApiVersion)Volatile.Read(ref _version);

        public bool IsKnown => Version is not default(ApiVersion);

        public bool IsDetected { get; private set; }

        public void Detected(ApiVersion version)
        {
            IsDetected = true;
            Volatile.Write(ref _version, (int)version);
        }

        /// <summary>Lets the version be detected again, unless that has already happened.</summary>
        public void Forget(ApiVersion version) => Interlocked.CompareExchange(ref _version, 0, (int)version);
    }
}

using Microsoft.Extensions.Logging;

namespace LogItems;

public partial class LogItemsClient
{
    private readonly ILogger _logger;

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> is the caller's.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Gives the token back where <see cref="LogItemsClientOptions.LogoutOnDispose"/> says so, and closes the connections, unless
    /// the <see cref="HttpClient"/> is the caller's.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_options.LogoutOnDispose && _pipeline?.Authentication.HasToken == true && _version.Supports(ApiFeatures.Logout))
        {
            try
            {
                await LogoutAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is HttpRequestException or TimeoutException or LogItemsApiException or LogItemsAuthenticationException)
            {
                ClientLog.LogoutFailed(_logger, Server, failure.GetType().Name);
            }
        }

        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> is the caller's.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _detection.Dispose();
            _pipeline?.Dispose();
        }
    }
}

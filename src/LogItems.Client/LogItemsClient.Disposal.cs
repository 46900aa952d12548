using LogItems.Diagnostics;
using Microsoft.Extensions.Logging;

namespace LogItems;

public partial class LogItemsClient
{
    private readonly ILogger _logger;
    private readonly CancellationTokenSource _disposed = new();

    /// <summary>Closes the connections, unless the <see cref="HttpClient"/> is the caller's.</summary>
    /// <remarks>Pending and later calls end with an <see cref="ObjectDisposedException"/>.</remarks>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>
    /// Revokes the token if <see cref="LogItemsClientOptions.LogoutOnDispose"/> says so, and closes the connections, unless
    /// the <see cref="HttpClient"/> is the caller's.
    /// </summary>
    /// <remarks>Pending and later calls end with an <see cref="ObjectDisposedException"/>.</remarks>
    public async ValueTask DisposeAsync()
    {
        if (_owner is null && _options.LogoutOnDispose && _pipeline?.Authentication.HasToken == true && _state.IsKnown
            && _state.Version.Supports(ApiFeatures.Logout))
        {
            try
            {
                await LogoutAsync().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is HttpRequestException or TimeoutException or LogItemsApiException
                or LogItemsAuthenticationException or ObjectDisposedException)
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
        if (disposing && _owner is null)
        {
            _disposed.Cancel();
            _pipeline?.Dispose();
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(_disposed.IsCancellationRequested, this);

    /// <summary>Runs a call until the client is disposed of.</summary>
    private async Task<T> UntilDisposedAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _disposed.Token);
        try
        {
            return await call(either.Token).ConfigureAwait(false);
        }
        catch (Exception) when (_disposed.IsCancellationRequested)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new ObjectDisposedException(GetType().FullName);
        }
        catch (OperationCanceledException canceled) when (cancellationToken.IsCancellationRequested && canceled.CancellationToken != cancellationToken)
        {
            throw new OperationCanceledException(canceled.Message, canceled, cancellationToken);
        }
    }
}

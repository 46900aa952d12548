using System.Net;
using System.Net.Http.Headers;
using LogItems.Diagnostics;
using LogItems.Versions;
using Microsoft.Extensions.Logging;

namespace LogItems;

/// <summary>Signs requests to one server with a bearer token, and gets a new one when the old one is rejected.</summary>
/// <remarks>
/// Concurrent requests share one token request. A token is sent to the configured server only; requests to any other origin
/// are sent without one. A read that returns 401 is repeated with a new token: immediately the first time, then up to
/// <see cref="LogItemsClientOptions.MaxRetries"/> times with the random delay of retries. A token is renewed 30 seconds before it
/// expires, or when nine tenths of its lifetime have passed, whichever is later.
/// </remarks>
public sealed class AuthenticationHandler : DelegatingHandler
{
    /// <summary>How long before its expiration a token is renewed, so that it does not expire in transit; less for a short-lived token.</summary>
    private static readonly TimeSpan MaxRenewalMargin = TimeSpan.FromSeconds(30);

    private static readonly HttpRequestOptionsKey<bool> Skip = new("LogItems.SkipAuthentication");

    private readonly ServerAddress _server;
    private readonly LogItemsCredential _credential;
    private readonly LogItemsClientOptions _options;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    // Neither is disposed of, because callers that are still waiting use them.
    private readonly SemaphoreSlim _renewal = new(1, 1);
    private readonly CancellationTokenSource _lifetime = new();
    private HeldToken? _held;

    /// <summary>The number of completed token requests, and the error of the last one; null if it was not refused.</summary>
    private int _completed;
    private LogItemsAuthenticationException? _refusal;

    /// <summary>Creates a handler for one server.</summary>
    /// <param name="server">The server's address; a version in its path is ignored, the version is that of each request.</param>
    /// <param name="credential">The credential.</param>
    /// <param name="options">The options for time and logging; null for the defaults.</param>
    public AuthenticationHandler(Uri server, LogItemsCredential credential, LogItemsClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _server = ServerAddress.Parse(server);
        _credential = credential;
        _options = options ?? new();
        _timeProvider = _options.TimeProvider;
        _logger = _options.CreateLogger();
    }

    /// <summary>Gets whether there is a token that could be revoked.</summary>
    internal bool HasToken => Volatile.Read(ref _held) is not null;

    /// <summary>Sends a request without a token: version probes must be anonymous.</summary>
    internal static void SkipFor(HttpRequestMessage request) => request.Options.Set(Skip, true);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Options.TryGetValue(Skip, out _) || TokenAddress(request.RequestUri) is not var (address, version))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var token = await GetTokenAsync(address, version, rejected: null, cancellationToken).ConfigureAwait(false);
        for (var replays = 0; ; replays++)
        {
            var response = await SendSignedAsync(request, token.Token, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized || request.Method != HttpMethod.Get
                || replays > (LogItemsRequestOptions.Of(request)?.MaxRetries ?? _options.MaxRetries))
            {
                return response;
            }

            var renewed = await RenewAfterAsync(response, replays, address, version, token, cancellationToken).ConfigureAwait(false);
            if (renewed.Token.Value == token.Token.Value)
            {
                return response;
            }

            response.Dispose();
            token = renewed;
        }
    }

    /// <summary>Gets a new token after a 401, and disposes of the response if that fails.</summary>
    private async Task<HeldToken> RenewAfterAsync(
        HttpResponseMessage response, int replays, Uri address, ApiVersion version, HeldToken rejected, CancellationToken cancellationToken)
    {
        try
        {
            if (replays > 0)
            {
                await _timeProvider.Delay(RetryHandler.RandomDelay(_options, replays - 1), cancellationToken).ConfigureAwait(false);
            }

            return await GetTokenAsync(address, version, rejected, cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lifetime.Cancel();
        }

        base.Dispose(disposing);
    }

    private Task<HttpResponseMessage> SendSignedAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HeldToken> GetTokenAsync(Uri address, ApiVersion version, HeldToken? rejected, CancellationToken cancellationToken)
    {
        if (UsableOf(Volatile.Read(ref _held), rejected) is { } current)
        {
            return current;
        }

        var completed = Volatile.Read(ref _completed);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lifetime.Token);
        try
        {
            await _renewal.WaitAsync(linked.Token).ConfigureAwait(false);
            var renewal = RenewUnlessDoneAsync(address, version, rejected, completed, cancellationToken);

            // The outcome is ignored if this caller no longer waits for it.
            _ = renewal.ContinueWith(static ended => _ = ended.Exception, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously);
            return await renewal.WaitAsync(linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new ObjectDisposedException(GetType().FullName);
        }
    }

    /// <summary>Renews the token unless that was done while the caller waited, and lets the next caller in.</summary>
    private async Task<HeldToken> RenewUnlessDoneAsync(
        Uri address, ApiVersion version, HeldToken? rejected, int completed, CancellationToken cancellationToken)
    {
        try
        {
            using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, _lifetime.Token);

            // Another caller may have renewed it in the meantime; only the token that was rejected is discarded.
            if (UsableOf(_held, rejected) is { } renewed)
            {
                return renewed;
            }

            // A refusal concerns all callers that waited for it: a rejected password that is sent again by each of them locks the account.
            return _completed != completed && _refusal is { } refusal
                ? throw new LogItemsAuthenticationException(refusal.Message, refusal.Failure, refusal.StatusCode, refusal.Error)
                : await RenewAsync(address, version, linked.Token).ConfigureAwait(false);
        }
        finally
        {
            _renewal.Release();
        }
    }

    private async Task<HeldToken> RenewAsync(Uri address, ApiVersion version, CancellationToken cancellationToken)
    {
        using var transport = new HttpMessageInvoker(InnerHandler!, disposeHandler: false);
        var endpoint = new TokenEndpoint(address, version, transport, _timeProvider, _lifetime.Token);
        _refusal = null;
        try
        {
            var token = await _credential.GetTokenAsync(endpoint, _held?.Token, cancellationToken).ConfigureAwait(false);
            var held = new HeldToken(token, RenewalOf(token));
            Volatile.Write(ref _held, held);
            ClientLog.TokenIssued(_logger, address, token.ExpiresAt);
            return held;
        }
        catch (LogItemsAuthenticationException refusal)
        {
            _refusal = refusal;
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _completed);
        }
    }

    private DateTimeOffset? RenewalOf(AccessToken token)
    {
        if (token.ExpiresAt is not { } expiry)
        {
            return null;
        }

        var tenth = TimeSpan.FromTicks(Math.Max(0, (expiry - _timeProvider.GetUtcNow()).Ticks / 10));
        return expiry - (tenth < MaxRenewalMargin ? tenth : MaxRenewalMargin);
    }

    private HeldToken? UsableOf(HeldToken? held, HeldToken? rejected) =>
        held is not null && !ReferenceEquals(held, rejected) && !(held.RenewAt <= _timeProvider.GetUtcNow()) ? held : null;

    /// <summary>The token endpoint for a request, in the request's own version; null if the request must not carry a token.</summary>
    private (Uri Address, ApiVersion Version)? TokenAddress(Uri? request)
    {
        if (request is null || !_server.IsOriginOf(request) || !_server.Root.IsBaseOf(request))
        {
            return null;
        }

        var segment = request.AbsolutePath[_server.Root.AbsolutePath.Length..].Split('/')[0];
        return ApiVersions.TryParse(segment, out var version) ? (new Uri($"{_server.ForVersion(version)}token"), version) : null;
    }

    private sealed record HeldToken(AccessToken Token, DateTimeOffset? RenewAt);
}

using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;

namespace LogItems;

/// <summary>Signs requests to one server with a bearer token, and gets a new one when the old one is refused.</summary>
/// <remarks>
/// Concurrent callers cause one token request. A token goes to the configured server only; a request to any other origin
/// passes without one. A read that is answered with 401 is sent once more with a new token.
/// </remarks>
public sealed class AuthenticationHandler : DelegatingHandler
{
    /// <summary>A token is renewed this long before it expires, so that it does not expire on the way.</summary>
    private static readonly TimeSpan ExpiryMargin = TimeSpan.FromSeconds(30);

    private static readonly HttpRequestOptionsKey<bool> Skip = new("LogItems.SkipAuthentication");

    private readonly ServerAddress _server;
    private readonly LogItemsCredential _credential;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;
    // Never disposed of, so that nobody waits for it for ever.
    private readonly SemaphoreSlim _renewal = new(1, 1);
    private AccessToken? _token;

    /// <summary>A handler for one server.</summary>
    /// <param name="server">The server's address; a version in its path is ignored, the version is that of each request.</param>
    /// <param name="credential">What signs in.</param>
    /// <param name="options">Where the time comes from and the log goes to; null for the defaults.</param>
    public AuthenticationHandler(Uri server, LogItemsCredential credential, LogItemsClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(credential);
        _server = ServerAddress.Parse(server);
        _credential = credential;
        _timeProvider = options?.TimeProvider ?? TimeProvider.System;
        _logger = (options ?? new()).CreateLogger();
    }

    /// <summary>Whether there is a token that could be given back.</summary>
    internal bool HasToken => Volatile.Read(ref _token) is not null;

    /// <summary>Lets a request pass without a token: the version probe must not be signed.</summary>
    internal static void SkipFor(HttpRequestMessage request) => request.Options.Set(Skip, true);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Options.TryGetValue(Skip, out _) || TokenAddress(request.RequestUri) is not var (address, version))
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        var token = await GetTokenAsync(address, version, refused: null, cancellationToken).ConfigureAwait(false);
        var response = await SendSignedAsync(request, token, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Unauthorized || request.Method != HttpMethod.Get)
        {
            return response;
        }

        var renewed = await GetTokenAsync(address, version, refused: token, cancellationToken).ConfigureAwait(false);
        if (renewed.Value == token.Value)
        {
            return response;
        }

        response.Dispose();
        return await SendSignedAsync(request, renewed, cancellationToken).ConfigureAwait(false);
    }

    private Task<HttpResponseMessage> SendSignedAsync(HttpRequestMessage request, AccessToken token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Value);
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<AccessToken> GetTokenAsync(Uri address, ApiVersion version, AccessToken? refused, CancellationToken cancellationToken)
    {
        if (IsUsable(Volatile.Read(ref _token), refused) is { } current)
        {
            return current;
        }

        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // Another caller may have renewed it meanwhile; only the token that was refused is dropped.
            if (IsUsable(_token, refused) is { } renewed)
            {
                return renewed;
            }

            using var transport = new HttpMessageInvoker(InnerHandler!, disposeHandler: false);
            var endpoint = new TokenEndpoint(address, version, transport, _timeProvider);
            var token = await _credential.GetTokenAsync(endpoint, _token, cancellationToken).ConfigureAwait(false);
            Volatile.Write(ref _token, token);
            ClientLog.TokenIssued(_logger, address, token.ExpiresAt);
            return token;
        }
        finally
        {
            _renewal.Release();
        }
    }

    private AccessToken? IsUsable(AccessToken? token, AccessToken? refused) =>
        token is not null
        && !ReferenceEquals(token, refused)
        && (token.ExpiresAt is not { } expiry || expiry - ExpiryMargin > _timeProvider.GetUtcNow())
            ? token
            : null;

    /// <summary>The token endpoint for a request, in the request's own version; null where no token belongs.</summary>
    private (Uri Address, ApiVersion Version)? TokenAddress(Uri? request)
    {
        if (request is null || !_server.IsOriginOf(request) || !_server.Root.IsBaseOf(request))
        {
            return null;
        }

        var segment = request.AbsolutePath[_server.Root.AbsolutePath.Length..].Split('/')[0];
        return ApiVersions.TryParse(segment, out var version) ? (new Uri($"{_server.Below(version)}token"), version) : null;
    }
}

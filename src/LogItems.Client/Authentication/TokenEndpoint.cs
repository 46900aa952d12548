using System.Net;
using System.Text;
using System.Text.Json;
using LogItems.Authentication;
using LogItems.Diagnostics;
using LogItems.Responses;
using LogItems.Serialization.Readers;

namespace LogItems;

/// <summary>The <c>/token</c> path of a server in one API version.</summary>
/// <remarks>Written by hand: the generator would post JSON where the service wants a form.</remarks>
public sealed class TokenEndpoint
{
    private readonly HttpMessageInvoker _transport;
    private readonly ApiVersion _version;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationToken _lifetime;

    internal TokenEndpoint(Uri address, ApiVersion version, HttpMessageInvoker transport, TimeProvider timeProvider, CancellationToken lifetime)
    {
        Address = address;
        _version = version;
        _transport = transport;
        _timeProvider = timeProvider;
        _lifetime = lifetime;
    }

    /// <summary>The address of the endpoint, for example <c>https://host:4443/v8/token</c>.</summary>
    public Uri Address { get; }

    /// <summary>Exchanges a user name and a password for a pair of tokens.</summary>
    /// <exception cref="LogItemsAuthenticationException">The server returned an error or no usable token.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<AccessToken> SignInAsync(string username, string password, CancellationToken cancellationToken) =>
        RequestAsync(
            new($"Signing in as '{username}'", Address, [new("grant_type", "password"), new("username", username), new("password", password)], password),
            cancellationToken);

    /// <summary>Exchanges a refresh token for a new pair of tokens.</summary>
    /// <remarks>
    /// The server accepts a refresh token once. Once sent, the request is therefore completed even if it is canceled, unless the client is disposed of:
    /// otherwise the new pair would be lost.
    /// </remarks>
    /// <exception cref="LogItemsAuthenticationException">The server returned an error or no usable token.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<AccessToken> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return RequestAsync(
            new("Renewing the token", Address, [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)], refreshToken),
            _lifetime);
    }

    private async Task<AccessToken> RequestAsync(TokenExchange exchange, CancellationToken cancellationToken)
    {
        if (ApiFeatures.CreateTokenDisableAntiforgeryToken.IsIn(_version))
        {
            // Without it, a server may require an antiforgery cookie with every request.
            exchange.Form.Add(new("disable_antiforgery_token", "true"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent(exchange.Form) };
        request.Headers.Accept.ParseAdd("application/json");
        ClientMetrics.TokenRequests.Add(1);
        var sentAt = _timeProvider.GetUtcNow();
        using var response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var error = await BodyText.ReadAsync(response.Content, cancellationToken).ConfigureAwait(false);
            throw TokenFailure.From(exchange, response.StatusCode, Read<TokenError>(error));
        }

        var token = Read<TokenResponse>(await ReceiveAsync(exchange, request, response.Content, cancellationToken).ConfigureAwait(false));
        if (string.IsNullOrWhiteSpace(token?.Access_token))
        {
            throw TokenFailure.WithoutToken(exchange, "without a token", isIncomplete: false);
        }

        return AccessToken.ProblemOf(token.Access_token) is { } problem
            ? throw TokenFailure.WithoutToken(exchange, $"the token {problem}", isIncomplete: false)
            : new AccessToken(token.Access_token, ExpiryOf(token, sentAt), token.Refresh_token);
    }

    /// <summary>Null if the token does not expire, or not before the end of the calendar.</summary>
    private static DateTimeOffset? ExpiryOf(TokenResponse token, DateTimeOffset sentAt) =>
        token.Expires_in > 0 && token.Expires_in < (DateTimeOffset.MaxValue - sentAt).TotalSeconds ? sentAt.AddSeconds(token.Expires_in) : null;

    private static async Task<string> ReceiveAsync(
        TokenExchange exchange, HttpRequestMessage request, HttpContent content, CancellationToken cancellationToken)
    {
        var body = new BodyBuffer(BodyText.Limit);
        try
        {
            await body.FillAsync(content, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception broken) when (broken is not HttpRequestException && BrokenBody.IsReasonOf(broken))
        {
            throw BrokenBody.Failure(request, broken);
        }

        if (body.IsTooLarge)
        {
            throw TokenFailure.WithoutToken(
                exchange, "with more than 65,536 bytes, the limit for a token response", isIncomplete: false);
        }

        var bytes = body.ToArray();
        return TokenBody.ShortfallOf(bytes, content) is { } shortfall
            ? throw TokenFailure.WithoutToken(exchange, shortfall, isIncomplete: true)
            : Encoding.UTF8.GetString(Utf8Body.Of(bytes, content).ToArray());
    }

    /// <summary>Null if the body has another format: HTML from a proxy, for example.</summary>
    private static T? Read<T>(string body)
        where T : ApiModel, new()
    {
        try
        {
            return ModelDeserializer.For<T>().ReadObject<T>(Encoding.UTF8.GetBytes(body));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

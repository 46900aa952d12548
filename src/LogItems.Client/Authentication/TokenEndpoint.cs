using System.Net;
using System.Text;
using System.Text.Json;

namespace LogItems;

/// <summary>The <c>/token</c> path of a server in one API version.</summary>
/// <remarks>Written by hand: the generator would post JSON where the service wants a form.</remarks>
public sealed class TokenEndpoint
{
    private readonly HttpMessageInvoker _transport;
    private readonly ApiVersion _version;
    private readonly TimeProvider _timeProvider;

    internal TokenEndpoint(Uri address, ApiVersion version, HttpMessageInvoker transport, TimeProvider timeProvider)
    {
        Address = address;
        _version = version;
        _transport = transport;
        _timeProvider = timeProvider;
    }

    /// <summary>Where the requests go, for example <c>https://host:4443/v8/token</c>.</summary>
    public Uri Address { get; }

    /// <summary>Exchanges a user name and a password for a pair of tokens.</summary>
    /// <exception cref="LogItemsAuthenticationException">The server said no.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<AccessToken> SignInAsync(string username, string password, CancellationToken cancellationToken) =>
        RequestAsync(
            $"Signing in as '{username}'",
            [new("grant_type", "password"), new("username", username), new("password", password)],
            cancellationToken);

    /// <summary>Exchanges a refresh token for a new pair of tokens.</summary>
    /// <exception cref="LogItemsAuthenticationException">The server said no.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public Task<AccessToken> RefreshAsync(string refreshToken, CancellationToken cancellationToken) =>
        RequestAsync(
            "Renewing the token",
            [new("grant_type", "refresh_token"), new("refresh_token", refreshToken)],
            cancellationToken);

    private async Task<AccessToken> RequestAsync(
        string attempt, List<KeyValuePair<string, string>> form, CancellationToken cancellationToken)
    {
        if (ApiFeatures.CreateTokenDisableAntiforgeryToken.IsIn(_version))
        {
            // Without it, a server may require an antiforgery cookie with every request.
            form.Add(new("disable_antiforgery_token", "true"));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Accept.ParseAdd("application/json");
        ClientMetrics.TokenRequests.Add(1);
        var sentAt = _timeProvider.GetUtcNow();
        using var response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var body = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var token = response.StatusCode == HttpStatusCode.OK ? Read<TokenResponse>(body) : null;
        if (string.IsNullOrWhiteSpace(token?.Access_token))
        {
            var isRefresh = form.Exists(field => field.Key == "refresh_token");
            throw LogItemsAuthenticationException.From(attempt, Address, response.StatusCode, Read<TokenError>(body), isRefresh);
        }

        return new AccessToken(token.Access_token, token.Expires_in > 0 ? sentAt.AddSeconds(token.Expires_in) : null, token.Refresh_token);
    }

    /// <summary>Null where the body is not what it should be: HTML of a proxy, for example.</summary>
    private static T? Read<T>(string body)
        where T : ApiModel
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

namespace LogItems;

/// <summary>Signs in with a refresh token that the caller already has; each renewal replaces it with the refresh token in the response.</summary>
/// <remarks>A refresh token can be used once, so one credential serves one client.</remarks>
public sealed class RefreshTokenCredential : LogItemsCredential
{
    private readonly string _refreshToken;

    /// <summary>Creates a credential from a refresh token.</summary>
    /// <param name="refreshToken">The token. A secret: it is sent to the token endpoint and nowhere else.</param>
    /// <exception cref="ArgumentException">The token is empty.</exception>
    public RefreshTokenCredential(string refreshToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(refreshToken);
        _refreshToken = refreshToken;
    }

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return await endpoint.RefreshAsync(previous?.RefreshToken ?? _refreshToken, cancellationToken).ConfigureAwait(false);
    }
}

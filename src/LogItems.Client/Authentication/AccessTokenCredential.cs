namespace LogItems;

/// <summary>Signs in with an access token that the caller already has and that is not renewed.</summary>
public sealed class AccessTokenCredential : LogItemsCredential
{
    private readonly AccessToken _token;

    /// <summary>Creates a credential from an access token.</summary>
    /// <param name="accessToken">The token, without the word <c>Bearer</c>.</param>
    /// <exception cref="ArgumentException">The token is empty or cannot be sent in a header.</exception>
    public AccessTokenCredential(string accessToken) => _token = new AccessToken(accessToken);

    /// <inheritdoc/>
    public override ValueTask<AccessToken> GetTokenAsync(
        TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken) => new(_token);
}

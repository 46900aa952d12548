namespace LogItems;

/// <summary>What a client signs in with; derive from it to take tokens or passwords from elsewhere, a vault for example.</summary>
/// <remarks>
/// One credential may serve several clients: tokens are kept by each client, not here. The client asks when it has no token,
/// when the token is about to expire and when the server has refused it; never twice at the same time.
/// </remarks>
public abstract class LogItemsCredential
{
    /// <summary>Gets an access token for a server.</summary>
    /// <param name="endpoint">The server's token endpoint, for those who need it.</param>
    /// <param name="previous">The token that has expired or was refused; null the first time.</param>
    /// <param name="cancellationToken">Canceled when no caller waits for the token any longer.</param>
    /// <exception cref="LogItemsAuthenticationException">The token endpoint returned an error or no usable token.</exception>
    /// <exception cref="HttpRequestException">The token endpoint cannot be reached.</exception>
    public abstract ValueTask<AccessToken> GetTokenAsync(
        TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken);
}

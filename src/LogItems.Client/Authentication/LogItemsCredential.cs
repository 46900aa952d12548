namespace LogItems;

/// <summary>The credential of a client; derive from this class to get tokens or passwords from elsewhere, such as a vault.</summary>
/// <remarks>
/// Several clients can share a credential, because each client keeps its own token. A client requests a token when it has none,
/// when its token is about to expire and when the server has rejected it, but never twice at the same time.
/// </remarks>
public abstract class LogItemsCredential
{
    /// <summary>Gets an access token for a server.</summary>
    /// <param name="endpoint">The server's token endpoint, for credentials that use it.</param>
    /// <param name="previous">The token that has expired or was rejected; null the first time.</param>
    /// <param name="cancellationToken">Canceled when no caller waits for the token any longer.</param>
    /// <exception cref="LogItemsAuthenticationException">The token endpoint returned an error or no usable token.</exception>
    /// <exception cref="HttpRequestException">The token endpoint cannot be reached.</exception>
    public abstract ValueTask<AccessToken> GetTokenAsync(
        TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken);
}

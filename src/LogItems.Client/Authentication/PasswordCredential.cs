namespace LogItems;

/// <summary>Signs in with a user name and a password, and renews the token with the refresh token that came with it.</summary>
public sealed class PasswordCredential : LogItemsCredential
{
    private readonly string _username;
    private readonly string _password;

    /// <summary>Creates a credential for a user.</summary>
    /// <param name="username"><c>DOMAIN\user</c> or <c>user</c>.</param>
    /// <param name="password">The password. A secret: it is sent to the token endpoint and nowhere else.</param>
    /// <exception cref="ArgumentException">The user name is empty.</exception>
    public PasswordCredential(string username, string password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(username);
        ArgumentNullException.ThrowIfNull(password);
        _username = username;
        _password = password;
    }

    /// <inheritdoc/>
    public override async ValueTask<AccessToken> GetTokenAsync(
        TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (previous?.RefreshToken is { } refreshToken)
        {
            try
            {
                return await endpoint.RefreshAsync(refreshToken, cancellationToken).ConfigureAwait(false);
            }
            catch (LogItemsAuthenticationException refused) when (refused.Failure == LogItemsAuthenticationFailure.Expired)
            {
                // The refresh token was already used, has expired, or is unknown to a restarted server; the password is still valid.
            }
        }

        return await endpoint.SignInAsync(_username, _password, cancellationToken).ConfigureAwait(false);
    }
}

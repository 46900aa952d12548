namespace LogItems.Export.Fleets;

/// <summary>Signs in with the password that the fleet refers to, and reads it again after the server has rejected it, because passwords are rotated.</summary>
/// <remarks>One credential serves one client. Each time it is read, a password is tried only once, so that no account is locked.</remarks>
internal sealed class FleetCredential(string username, FleetPassword password) : LogItemsCredential
{
    /// <summary>The password of the last successful sign-in.</summary>
    private string? _proven;

    public override async ValueTask<AccessToken> GetTokenAsync(TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken)
    {
        if (_proven is { } proven)
        {
            try
            {
                return await new PasswordCredential(username, proven).GetTokenAsync(endpoint, previous, cancellationToken).ConfigureAwait(false);
            }
            catch (LogItemsAuthenticationException rejected) when (IsRejection(rejected))
            {
                _proven = null;
                var read = await password.ReadAsync(cancellationToken).ConfigureAwait(false);
                return read == proven ? throw Unchanged(rejected) : await SignInAsync(endpoint, read, cancellationToken).ConfigureAwait(false);
            }
        }

        return await SignInAsync(endpoint, await password.ReadAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> SignInAsync(TokenEndpoint endpoint, string read, CancellationToken cancellationToken)
    {
        var token = await new PasswordCredential(username, read).GetTokenAsync(endpoint, previous: null, cancellationToken).ConfigureAwait(false);
        _proven = read;
        return token;
    }

    private static bool IsRejection(LogItemsAuthenticationException exception) =>
        exception.Failure is LogItemsAuthenticationFailure.Rejected or LogItemsAuthenticationFailure.Expired;

    private static LogItemsAuthenticationException Unchanged(LogItemsAuthenticationException rejected) =>
        new(rejected.Message, rejected.Failure, rejected.StatusCode, rejected.Error);
}

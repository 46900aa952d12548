namespace LogItems.Export.Fleets;

/// <summary>Signs in with the password that the fleet refers to, and reads it again after the server has rejected it, because passwords are rotated.</summary>
/// <remarks>One credential serves one client; what servers reject is remembered by the password, which they share.</remarks>
internal sealed class FleetCredential(string username, FleetPassword password, TimeProvider time) : LogItemsCredential
{
    /// <summary>The password of the last successful sign-in.</summary>
    private string? _proven;

    /// <summary>The last refresh token that was rejected.</summary>
    private string? _spent;

    public override async ValueTask<AccessToken> GetTokenAsync(TokenEndpoint endpoint, AccessToken? previous, CancellationToken cancellationToken)
    {
        if (previous?.RefreshToken is { } refreshToken && refreshToken != _spent)
        {
            try
            {
                return await endpoint.RefreshAsync(refreshToken, cancellationToken).ConfigureAwait(false);
            }
            catch (LogItemsAuthenticationException rejected) when (rejected.Failure == LogItemsAuthenticationFailure.Expired)
            {
                // It was used, has expired or was forgotten by a restarted server; the password still counts.
                _spent = refreshToken;
            }
        }

        if (_proven is { } proven)
        {
            try
            {
                return await SignInAsync(endpoint, proven, cancellationToken).ConfigureAwait(false);
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
        var token = await password.Rejected.SignInAsync(
            username, read, () => endpoint.SignInAsync(username, read, cancellationToken), time, cancellationToken).ConfigureAwait(false);
        _proven = read;
        return token;
    }

    private static bool IsRejection(LogItemsAuthenticationException exception) =>
        exception.Failure is LogItemsAuthenticationFailure.Rejected or LogItemsAuthenticationFailure.Expired or LogItemsAuthenticationFailure.Locked;

    private static LogItemsAuthenticationException Unchanged(LogItemsAuthenticationException rejected) =>
        new(rejected.Message, rejected.Failure, rejected.StatusCode, rejected.Error);
}

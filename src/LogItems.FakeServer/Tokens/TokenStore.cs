namespace LogItems.FakeServer.Tokens;

/// <summary>The tokens that are out, each kept as a fingerprint.</summary>
/// <remarks>
/// Tokens work in every version: no page says otherwise. A refresh leaves the older access token to its own expiry.
/// </remarks>
internal sealed class TokenStore(TimeProvider clock, TimeSpan lifetime)
{
    private readonly Dictionary<string, Grant> _byAccess = [];
    private readonly Dictionary<string, Grant> _byRefresh = [];
    private readonly Lock _gate = new();

    public TokenPair Issue(bool antiforgery)
    {
        var issued = clock.GetUtcNow();
        var pair = new TokenPair(
            Secret.Create(), Secret.Create(), antiforgery ? Secret.Create() : null, issued, issued + lifetime);
        var grant = new Grant(
            Secret.Fingerprint(pair.AccessToken), Secret.Fingerprint(pair.RefreshToken), pair.Antiforgery, pair.Expires);
        lock (_gate)
        {
            _byAccess.Add(grant.Access, grant);
            _byRefresh.Add(grant.Refresh, grant);
        }

        return pair;
    }

    /// <summary>Spends a refresh token for a new pair; null where it is unknown, spent, or its cookie is missing.</summary>
    public TokenPair? Refresh(string refreshToken, string? cookie, bool antiforgery)
    {
        var fingerprint = Secret.Fingerprint(refreshToken);
        lock (_gate)
        {
            if (!_byRefresh.TryGetValue(fingerprint, out var grant) || !grant.Accepts(cookie))
                return null;
            _byRefresh.Remove(fingerprint);
        }

        return Issue(antiforgery);
    }

    public bool Accepts(string accessToken, string? cookie)
    {
        var fingerprint = Secret.Fingerprint(accessToken);
        lock (_gate)
        {
            return _byAccess.TryGetValue(fingerprint, out var grant)
                && clock.GetUtcNow() < grant.Expires
                && grant.Accepts(cookie);
        }
    }

    /// <summary>Ends an access token and the refresh token that came with it.</summary>
    public void Revoke(string accessToken)
    {
        lock (_gate)
        {
            if (_byAccess.Remove(Secret.Fingerprint(accessToken), out var grant))
                _byRefresh.Remove(grant.Refresh);
        }
    }

    private sealed record Grant(string Access, string Refresh, string? Antiforgery, DateTimeOffset Expires)
    {
        public bool Accepts(string? cookie) =>
            Antiforgery is null || (cookie is not null && Secret.Equal(Antiforgery, cookie));
    }
}

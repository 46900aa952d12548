namespace LogItems.FakeServer.Tokens;

/// <summary>The issued tokens, each stored as a fingerprint.</summary>
/// <remarks>
/// A token is valid in every version: a v8 token was seen to work on v6 of the same server. A refresh leaves the older access
/// token valid until it expires. An access token is removed when it has expired, a refresh token when it is used or when
/// <see cref="RefreshTokenCapacity"/> newer ones were issued: the lifetime of a real one is not documented.
/// </remarks>
internal sealed class TokenStore(TimeProvider clock, TimeSpan lifetime)
{
    /// <summary>The number of latest refresh tokens that are valid.</summary>
    public const int RefreshTokenCapacity = 10_000;

    private readonly Dictionary<string, Grant> _byAccess = [];
    private readonly Dictionary<string, Grant> _byRefresh = [];
    private readonly Queue<Grant> _byExpiry = new();
    private readonly Queue<Grant> _byAge = new();
    private readonly Lock _gate = new();

    /// <summary>The number of stored tokens.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _byAccess.Count + _byRefresh.Count;
            }
        }
    }

    public TokenPair Issue(bool antiforgery)
    {
        var issued = clock.GetUtcNow();
        var pair = new TokenPair(
            Secret.Create(), Secret.Create(), antiforgery ? Secret.Create() : null, issued, issued + lifetime);
        var grant = new Grant(
            Secret.Fingerprint(pair.AccessToken), Secret.Fingerprint(pair.RefreshToken), pair.Antiforgery, pair.Expires);
        lock (_gate)
        {
            Forget(issued);
            _byAccess.Add(grant.Access, grant);
            _byRefresh.Add(grant.Refresh, grant);
            _byExpiry.Enqueue(grant);
            _byAge.Enqueue(grant);
        }

        return pair;
    }

    /// <summary>Exchanges a refresh token for a new pair; null if it is unknown or used, or its cookie is missing.</summary>
    public TokenPair? Refresh(string refreshToken, string? cookie, bool antiforgery)
    {
        var fingerprint = Secret.Fingerprint(refreshToken);
        lock (_gate)
        {
            if (!_byRefresh.TryGetValue(fingerprint, out var grant) || !grant.Accepts(cookie))
            {
                return null;
            }

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

    /// <summary>Revokes an access token and the refresh token that came with it.</summary>
    public void Revoke(string accessToken)
    {
        lock (_gate)
        {
            if (_byAccess.Remove(Secret.Fingerprint(accessToken), out var grant))
            {
                _byRefresh.Remove(grant.Refresh);
            }
        }
    }

    // Removes expired tokens; all have the same lifetime, so the oldest expire first.
    private void Forget(DateTimeOffset now)
    {
        while (_byExpiry.TryPeek(out var oldest) && oldest.Expires <= now)
        {
            _byAccess.Remove(_byExpiry.Dequeue().Access);
        }

        while (_byAge.Count >= RefreshTokenCapacity)
        {
            _byRefresh.Remove(_byAge.Dequeue().Refresh);
        }
    }

    private sealed record Grant(string Access, string Refresh, string? Antiforgery, DateTimeOffset Expires)
    {
        public bool Accepts(string? cookie) =>
            Antiforgery is null || (cookie is not null && Secret.Equal(Antiforgery, cookie));
    }
}

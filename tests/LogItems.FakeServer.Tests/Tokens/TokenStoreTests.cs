using LogItems.FakeServer.Tokens;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.FakeServer.Tests.Tokens;

public sealed class TokenStoreTests
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 20, 10, 0, 0, TimeSpan.Zero));

    [Test]
    public void Issue_ManySignIns_KeepsNoExpiredTokens()
    {
        var store = new TokenStore(_clock, Lifetime);

        for (var signIn = 0; signIn < 200_000; signIn++)
        {
            store.Issue(antiforgery: false);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.That(store.Count, Is.LessThanOrEqualTo(TokenStore.RefreshTokenCapacity + (int)Lifetime.TotalSeconds));
    }

    [Test]
    public void Issue_OtherTokensExpired_KeepsThoseThatHaveNot()
    {
        var store = new TokenStore(_clock, Lifetime);
        var expired = store.Issue(antiforgery: false);
        _clock.Advance(Lifetime / 2);
        var valid = store.Issue(antiforgery: false);
        _clock.Advance(Lifetime / 2);

        store.Issue(antiforgery: false);

        Assert.That(store.Accepts(expired.AccessToken, null), Is.False);
        Assert.That(store.Accepts(valid.AccessToken, null), Is.True);
        Assert.That(store.Refresh(expired.RefreshToken, null, antiforgery: false), Is.Not.Null, "a refresh token outlives its access token");
    }

    [Test]
    public void Refresh_MoreThanTheCapacityIssuedSince_IsRefused()
    {
        var store = new TokenStore(_clock, Lifetime);
        var first = store.Issue(antiforgery: false);
        var second = store.Issue(antiforgery: false);

        for (var signIn = 2; signIn < TokenStore.RefreshTokenCapacity + 1; signIn++)
        {
            store.Issue(antiforgery: false);
        }

        Assert.That(store.Refresh(first.RefreshToken, null, antiforgery: false), Is.Null);
        Assert.That(store.Refresh(second.RefreshToken, null, antiforgery: false), Is.Not.Null);
    }
}

using System.Net;

namespace LogItems.Client.Tests.Authentication;

/// <summary>Many callers wait for one token request: what becomes of it concerns all of them.</summary>
public class SharedRenewalTests : AuthenticationFixture
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [Test]
    public async Task Request_ManyAtOnceWithAWrongPassword_SendItOnce()
    {
        // Each attempt counts towards the lockout of the account.
        using var gate = new ManualResetEventSlim();
        Service.OnTokenRequest = _ =>
        {
            gate.Wait(Patience);
            return TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        };
        using var client = Client(ApiVersion.V8);
        var calls = Enumerable.Range(0, 20).Select(_ => client.GetLogItemsPageAsync(StubServer.SessionId)).ToList();
        gate.Set();
        var failures = new HashSet<LogItemsAuthenticationException>(ReferenceEqualityComparer.Instance);
        foreach (var call in calls)
        {
            failures.Add((await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => call))!);
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Service.TokenForms, Has.Count.EqualTo(1));
            Assert.That(failures.Select(failure => (failure.Failure, failure.StatusCode, failure.Error, failure.Message)).Distinct().Count(), Is.EqualTo(1));
            Assert.That(failures, Has.Count.EqualTo(20), "each caller can add to its exception");
        }
    }

    [Test]
    public async Task Request_AfterAWrongPassword_TriesAgain()
    {
        Service.OnTokenRequest = _ => TokenService.Json(HttpStatusCode.BadRequest, new { error = "invalid_grant" });
        using var client = Client(ApiVersion.V8);
        await Assert.ThrowsAsync<LogItemsAuthenticationException>(() => client.GetLogItemsPageAsync(StubServer.SessionId));
        Service.OnTokenRequest = _ => null;
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(Service.TokenForms, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Request_CanceledWhileTheTokenIsRenewed_KeepsTheNewPair()
    {
        // The server accepts a refresh token once, so without the new pair, nobody could sign in any more.
        using var arrived = new ManualResetEventSlim();
        using var gate = new ManualResetEventSlim();
        using var client = new LogItemsClient(Server, new RefreshTokenCredential("first"), Options(ApiVersion.V8));
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Time.Advance(TimeSpan.FromHours(2));
        Service.OnTokenRequest = _ =>
        {
            arrived.Set();
            gate.Wait(Patience);
            return null;
        };
        using var canceling = new CancellationTokenSource();
        var canceled = client.GetLogItemsPageAsync(StubServer.SessionId, cancellationToken: canceling.Token);
        Assert.That(arrived.Wait(Patience), Is.True);
        await canceling.CancelAsync();
        Assert.That(() => canceled.WaitAsync(Patience), Throws.InstanceOf<OperationCanceledException>());
        gate.Set();
        await client.GetLogItemsPageAsync(StubServer.SessionId);
        Assert.That(
            Service.TokenForms.Select(form => form.Split('&')[1]), Is.EqualTo(new[] { "refresh_token=first", "refresh_token=refresh-1" }));
    }
}

using System.Globalization;
using LogItems.FakeServer;

namespace LogItems.Client.Tests.Paging;

/// <summary>A wall clock that somebody sets while lists are read and sessions followed.</summary>
public class ClockJumpTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _time = new();

    [Test]
    public async Task GetLogItemsAsync_ClockJumps_CausesAtMostOneTokenRequestAJump()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Client(server.BaseAddress);
        foreach (var (jump, tokens) in new[] { (0, 1), (48, 2), (48, 2), (-48, 2), (-48, 2) })
        {
            _time.Jump = TimeSpan.FromHours(jump);
            Assert.That(await client.GetLogItemsAsync(SeedSessions.V3SessionId).ToListAsync(), Has.Count.EqualTo(5));
            Assert.That(server.Requests.Count(request => request.Method == "POST"), Is.EqualTo(tokens), $"jump of {jump} hours");
        }
    }

    [Test]
    public async Task GetLogItemsAsync_RetryAfterIsADate_IsTakenByTheServersClock([Values(-24, 24)] int jump)
    {
        _time.Jump = TimeSpan.FromHours(jump);
        var lists = 0;
        await using var server = new RawServer(request => request.IsForToken ? RawAnswer.Token("access-token-0")
            : ++lists == 1 ? RawAnswer.Http(503, "", $"Date: {Http(Start)}\r\nRetry-After: {Http(Start.AddSeconds(7))}")
            : RawAnswer.Http(200, """{"results":[]}"""));
        using var client = Client(server.Address, maxRetries: 1);
        var reading = client.GetLogItemsAsync(StubServer.SessionId).ToListAsync();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(7));
        _time.Advance(TimeSpan.FromSeconds(7));
        Assert.That(await reading, Is.Empty);
    }

    [Test]
    public async Task FollowLogItemsAsync_ClockJumpsDuringAnOutage_IsNoLongOutage()
    {
        var session = new FakeSession { Status = "Running", CreationTime = Start };
        var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        var address = server.BaseAddress;
        using var client = Client(address);
        await using var following = client.FollowLogItemsAsync(session.Id).GetAsyncEnumerator();
        var next = following.MoveNextAsync().AsTask();
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(3));
        await server.DisposeAsync();
        _time.Jump = TimeSpan.FromDays(1);
        _time.Advance(TimeSpan.FromSeconds(3));
        await _time.WaitForTimerAsync(TimeSpan.FromSeconds(4.5));
        session.Finish("Success", Start.AddMinutes(5));
        await using var restarted = await FakeLogItemsServer.StartAsync(new() { Sessions = [session], Url = address });
        _time.Advance(TimeSpan.FromSeconds(4.5));
        Assert.That(await next, Is.False);
    }

    private static string Http(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private LogItemsClient Client(Uri address, int maxRetries = 0) =>
        new(address, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, TimeProvider = _time, MaxRetries = maxRetries });
}

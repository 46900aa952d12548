using System.Globalization;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LogItems.Client.Tests.Paging;

/// <summary>Sessions that ended at a time or later, of servers that compare their end and of those that compare their start.</summary>
public class SinceMarginTests
{
    private static readonly DateTimeOffset Since = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    /// <summary>It began two days before the bound, and ended an hour after it.</summary>
    private static readonly FakeSession Long = new() { CreationTime = Since.AddDays(-2), EndTime = Since.AddHours(1) };

    private static readonly FakeSession Earlier = new() { CreationTime = Since.AddDays(-2), EndTime = Since.AddHours(-1) };

    [Test]
    public async Task GetJobSessionsAsync_ServerComparesTheStart_HasSessionsThatBeganBefore(
        [Values(ApiVersion.V6, ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            MapEndpoints = endpoints => endpoints.Map($"/{version.ToPathSegment()}/JobSessions", AnswerByStartAsync).WithOrder(-1),
        });
        using var client = Create(server, version);

        var sessions = await client.GetJobSessionsAsync(new JobSessionFilter { Since = Since }).ToListAsync();
        var positional = await client.GetJobSessionsAsync(endTimeLowerBound: Since).ToListAsync();

        Assert.That(sessions.Select(session => session.Id), Is.EqualTo(new[] { Long.Id }));
        Assert.That(positional.Select(session => session.Id), Is.EqualTo(new[] { Long.Id }));
    }

    [TestCase(null, "2026-11-06T19:00:00")]
    [TestCase(1, "2026-11-19T19:00:00")]
    [TestCase(0, "2026-11-20T19:00:00")]
    public async Task GetJobSessionsAsync_Margin_IsBetweenTheBoundAndTheOneThatIsSent(int? days, string expected)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Long, Earlier] });
        using var client = Create(server, ApiVersion.V8);
        var filter = new JobSessionFilter { Since = Since };

        var sessions = await client.GetJobSessionsAsync(days is { } margin ? filter with { SinceMargin = TimeSpan.FromDays(margin) } : filter).ToListAsync();

        Assert.That(Sent(server), Is.EqualTo(expected));
        Assert.That(sessions.Select(session => session.Id), Is.EqualTo(new[] { Long.Id }));
    }

    [Test]
    public async Task GetJobSessionsAsync_BoundAtTheBeginningOfTime_IsSentAsTheFirstTime([Values(-7, 0, 7)] int offset)
    {
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Long] });
        using var client = Create(server, ApiVersion.V8);
        var first = new DateTimeOffset(1, 1, 2, 0, 0, 0, TimeSpan.FromHours(offset));

        Assert.That(await client.GetJobSessionsAsync(new JobSessionFilter { Since = first }).CountAsync(), Is.EqualTo(1));
        Assert.That(Sent(server), Is.EqualTo("0001-01-01T00:00:00"));
    }

    [Test]
    public async Task GetJobSessionsAsync_NegativeMargin_IsRejected()
    {
        await using var server = await FakeLogItemsServer.StartAsync();
        using var client = Create(server, ApiVersion.V8);

        Assert.That(
            () => client.GetJobSessionsAsync(new JobSessionFilter { Since = Since, SinceMargin = TimeSpan.FromSeconds(-1) }),
            Throws.ArgumentException.With.Message.Contains("SinceMargin"));
    }

    /// <summary>The bound of the last request, in UTC.</summary>
    private static string Sent(FakeLogItemsServer server)
    {
        var query = System.Web.HttpUtility.ParseQueryString(server.Requests[^1].Query);
        var sent = DateTimeOffset.Parse(query["endTimeLowerBound"]!, CultureInfo.InvariantCulture);
        return sent.UtcDateTime.ToString("s", CultureInfo.InvariantCulture);
    }

    /// <summary>A page of the sessions that were created at the bound or later.</summary>
    private static Task AnswerByStartAsync(HttpContext http)
    {
        var bound = DateTimeOffset.Parse(http.Request.Query["endTimeLowerBound"]!, CultureInfo.InvariantCulture);
        var isFirst = http.Request.Query["offset"] is [] or ["0"];
        var results = new[] { Long, Earlier }.Where(session => isFirst && session.CreationTime >= bound)
            .Select(session => new { id = session.Id, creationTime = session.CreationTime, endTime = session.EndTime, status = session.Status });
        return http.Response.WriteAsJsonAsync(new { offset = 0, limit = 1000, results });
    }

    private static LogItemsClient Create(FakeLogItemsServer server, ApiVersion version) =>
        new(server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = version });
}

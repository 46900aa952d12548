using System.Net;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>What a report does with errors of the server.</summary>
public class FailureReportErrorsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly FailureReportOptions Day = new() { Since = Now.AddHours(-24), TimeProvider = new FixedTime(Now) };

    private static readonly FakeSession[] Sessions =
        [.. Enumerable.Range(1, 3).Select(number => Runs.Create(Now.AddHours(-number - 2), $"Job {number}", ("Warning", "Slow")))];

    private static readonly FailureWaiverFile Waivers = FailureWaiverFile.Load(
        new StringReader("waivers: [{ cause: Slow, job: Job 2, reason: R, expires: 2027-01-01 }]"), "ignore.yaml");

    [Test]
    public async Task ReadAsync_SessionsThatCannotBeRead_AreCountedAndDoNotHideOthers()
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, HttpStatusCode.InternalServerError, ItemsOf(Sessions[0]), ItemsOf(Sessions[1]));
        var steps = new List<FailureProgress>();

        var report = await FailureReport.ReadAsync(run.Client, Day with { OnProgress = steps.Add, Waivers = Waivers });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Groups.Select(group => group.Jobs.Single()), Is.EqualTo(new[] { "Job 3" }));
            Assert.That((report.UnreadableSessions, report.DeletedSessions, report.Sessions), Is.EqualTo((2, 0, 3)));
            Assert.That(report.UnreadableReason, Does.Contain("500"));
            Assert.That(report.Notices[^1], Is.EqualTo($"2 sessions could not be read, so failures are missing: {report.UnreadableReason}"));
            Assert.That(report.UnusedWaivers, Is.Empty, "the waiver is about a session that could not be read");
            Assert.That(steps[^1].Sessions, Is.EqualTo(3));
        }
    }

    /// <summary>With its retries, each of a thousand sessions would take long on a server that is failing.</summary>
    [Test]
    public async Task ReadAsync_ServerBeginsToFail_IsNotAskedForEverySession()
    {
        // One in the middle can be read.
        FakeSession[] sessions = [.. Enumerable.Range(1, 30).Select(number => Runs.Create(Now.AddHours(-3), $"Job {number}", ("Warning", "Slow")))];
        await using var run = await ServerRun.StartFailingAsync(
            sessions, HttpStatusCode.ServiceUnavailable, [.. sessions.Where((_, index) => index != 9).Select(ItemsOf)]);

        var report = await FailureReport.ReadAsync(run.Client, Day with { MaxConcurrentSessions = 1 });

        Assert.That((report.Failures, report.UnreadableSessions), Is.EqualTo((1L, 29)));
        Assert.That(report.UnreadableReason, Does.Contain("503").And.EndsWith(" 10 of them were not requested after 10 errors in a row."));
    }

    [Test]
    public async Task ReadAsync_ManySessionsOfOneFault_AreEachRequested()
    {
        FakeSession[] sessions = [.. Enumerable.Range(1, 15).Select(number => Runs.Create(Now.AddHours(-3), $"Job {number}", ("Warning", "Slow")))];
        await using var run = await ServerRun.StartFailingAsync(sessions, HttpStatusCode.BadRequest, [.. sessions.SkipLast(1).Select(ItemsOf)]);

        var report = await FailureReport.ReadAsync(run.Client, Day with { MaxConcurrentSessions = 1 });

        Assert.That((report.Failures, report.UnreadableSessions), Is.EqualTo((1L, 14)));
    }

    [Test]
    public async Task ReadAsync_NoSessionCanBeRead_Throws()
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, HttpStatusCode.InternalServerError, [.. Sessions.Select(ItemsOf)]);

        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => FailureReport.ReadAsync(run.Client, Day));

        Assert.That(exception.StatusCode, Is.EqualTo(HttpStatusCode.InternalServerError));
    }

    [Test]
    public async Task ReadAsync_AccessDenied_Throws([Values(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden)] HttpStatusCode status)
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, status, ItemsOf(Sessions[0]));

        await Assert.ThrowsAsync<LogItemsApiException>(() => FailureReport.ReadAsync(run.Client, Day));
    }

    [Test]
    public async Task ReadAsync_DeletedSession_IsCounted()
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, HttpStatusCode.NotFound, ItemsOf(Sessions[0]));

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That((report.DeletedSessions, report.UnreadableSessions, report.Failures), Is.EqualTo((1, 0, 2L)));
    }

    /// <summary>Without names, waivers of a job would match nothing, and what they ignore would count.</summary>
    [Test]
    public async Task ReadAsync_JobsCannotBeListedForNow_Throws(
        [Values(HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError)] HttpStatusCode status)
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, status, "Jobs");

        var exception = await Assert.ThrowsAsync<LogItemsApiException>(() => FailureReport.ReadAsync(run.Client, Day with { Waivers = Waivers }));

        Assert.That(exception.StatusCode, Is.EqualTo(status));
    }

    [Test]
    public async Task ReadAsync_JobsMayNotBeListed_NamesTheirIdentifiers(
        [Values(HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.NotFound)] HttpStatusCode status)
    {
        await using var run = await ServerRun.StartFailingAsync(Sessions, status, "Jobs");

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That(report.Groups.SelectMany(group => group.Jobs), Is.EquivalentTo(Sessions.Select(session => session.JobId.ToString())));
    }

    private static string ItemsOf(FakeSession session) => $"JobSessions/{session.Id}/LogItems";
}

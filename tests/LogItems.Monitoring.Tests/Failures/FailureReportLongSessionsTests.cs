using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>Sessions that run over several reports: each failure is new in one of them.</summary>
public class FailureReportLongSessionsTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task ReadAsync_StuckSessionWithAnOldFailure_IsNotNewEveryNight([Values(ApiVersion.V6, ApiVersion.V8)] ApiVersion version)
    {
        var start = Morning.AddDays(-30);
        await using var run = await ServerRun.StartAsync([Runs.Create(start, end: null, "Mail", (start.AddHours(1), "Slow"))], version);

        var report = await ReadAsync(run, Morning);

        Assert.That(report.Groups.Select(group => $"{group.Trend} {group.Count}/{group.CountBefore}"), Is.EqualTo(new[] { "Gone 0/1" }));
        Assert.That((report.Sessions, report.Failures, report.FailuresBefore), Is.EqualTo((1, 0L, 1L)));
        Assert.That(report.Notices, Is.Empty, "what fails in its job is compared with what failed in it before");
    }

    /// <summary>As a session that was disconnected can be: it is over, and belongs to the night in which it began.</summary>
    [Test]
    public async Task ReadAsync_FailedSessionWithoutAnEnd_IsInOneReport()
    {
        var start = Morning.AddHours(-10);
        var session = Runs.Create(start, "Mail", ("Error", "Full"));
        await using var run = await ServerRun.StartAsync(
            [new() { Id = session.Id, JobId = session.JobId, JobName = "Mail", CreationTime = start, Status = "Failed", Items = session.Items }]);

        var (first, second) = (await ReadAsync(run, Morning), await ReadAsync(run, Morning.AddDays(1)));

        Assert.That((first.Sessions, first.Failures), Is.EqualTo((1, 1L)));
        Assert.That((second.Sessions, second.SessionsBefore, second.Failures, second.FailuresBefore), Is.EqualTo((0, 1, 0L, 1L)));
    }

    [Test]
    public async Task ReadAsync_StuckSessionThatFailsAgain_IsRecurring()
    {
        var start = Morning.AddDays(-30);
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(start, end: null, "Mail", (start.AddHours(1), "Slow"), (Morning.AddHours(-1), "Slow"))]);

        var group = (await ReadAsync(run, Morning)).Groups.Single();

        Assert.That((group.Trend, group.Count, group.CountBefore, group.Sessions), Is.EqualTo((FailureTrend.Recurring, 1L, 1L, 1)));
    }

    [Test]
    public async Task ReadAsync_RunOverTwoNights_IsNewWhileItRunsAndNotTheDayAfter()
    {
        var start = Morning.AddHours(-10);
        var session = Runs.Create(start, end: null, "Mail", (start.AddHours(1), "Slow"));
        await using var run = await ServerRun.StartAsync([session]);
        var first = await ReadAsync(run, Morning);
        session.Finish("Warning", Morning.AddHours(20));

        var second = await ReadAsync(run, Morning.AddDays(1));

        Assert.That(first.Groups.Single().Trend, Is.EqualTo(FailureTrend.New));
        Assert.That(second.Groups.Single().Trend, Is.EqualTo(FailureTrend.Gone));
    }

    [Test]
    public async Task ReadAsync_FailureOfTheSecondNight_IsNewInTheSecondReport()
    {
        var start = Morning.AddHours(-10);
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(start, Morning.AddHours(22), "Mail", (start.AddHours(1), "Slow"), (Morning.AddHours(21), "Full"))]);

        var report = await ReadAsync(run, Morning.AddDays(1));

        Assert.That(report.Groups.Select(group => $"{group.Trend} {group.Cause}"), Is.EqualTo(new[] { "New Full", "Gone Slow" }));
    }

    [Test]
    public async Task ReadAsync_RunOfSeveralNights_CountsEachNight()
    {
        // Nights of such a session are full days, not those from noon to noon, of which there would be four.
        var start = Morning.AddHours(3);
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(start, end: null, "Mail", [.. Enumerable.Range(0, 6).Select(half => (start.AddHours((12 * half) + 1), "Slow"))])]);

        var options = new FailureReportOptions { Since = start.AddHours(-1), TimeProvider = new FixedTime(Morning.AddDays(4)) };
        var group = (await FailureReport.ReadAsync(run.Client, options)).Groups.Single();

        Assert.That((group.Count, group.Nights, group.Sessions), Is.EqualTo((6L, 3, 1)));
    }

    /// <summary>Of consecutive spans with an end, one has the session with all its failures, and none is missed.</summary>
    [Test]
    public async Task ReadAsync_SpanWithAnEnd_HasEachSessionAsAWhole()
    {
        var midnight = Morning.AddHours(-7);
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(midnight.AddHours(-2), midnight.AddHours(2), "Mail", (midnight.AddHours(-1), "Slow"))]);
        var options = new FailureReportOptions { Since = midnight, Until = midnight.AddDays(1), TimeProvider = new FixedTime(Morning.AddDays(3)) };

        var own = await FailureReport.ReadAsync(run.Client, options);
        var earlier = await FailureReport.ReadAsync(run.Client, options with { Since = midnight.AddDays(-1), Until = midnight });

        Assert.That((own.Groups.Single().Trend, earlier.Groups.Count), Is.EqualTo((FailureTrend.New, 0)));
    }

    private static Task<FailureReport> ReadAsync(ServerRun run, DateTimeOffset now) =>
        FailureReport.ReadAsync(run.Client, new FailureReportOptions { Since = now.AddHours(-24), TimeProvider = new FixedTime(now) });
}

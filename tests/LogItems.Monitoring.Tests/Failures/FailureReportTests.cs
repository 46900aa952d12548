using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using static LogItems.Monitoring.Tests.Support.TwoNights;

namespace LogItems.Monitoring.Tests.Failures;

public class FailureReportTests
{
    [Test]
    public async Task ReadAsync_EveryVersion_GroupsByObjectAndCauseSortedByWhatMatters([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(Both, version);

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That(report.Groups.Select(Line), Is.EqualTo(new[]
        {
            "New Error [Site https://c.sharepoint.com/sites/S] (404) Not Found 1/0",
            "New Error [] A task was canceled 1/0",
            "Recurring Warning [Mailbox anna@contoso.com] User was not found 2/1",
            "Gone Warning [Mailbox ben@contoso.com] User was not found 0/1",
        }));
        Assert.That((report.Sessions, report.SessionsBefore, report.Failures, report.FailuresBefore), Is.EqualTo((2, 1, 4L, 2L)));
    }

    [Test]
    public async Task ReadAsync_Group_HasItsNightsJobsTimesAndLastFailure()
    {
        await using var run = await ServerRun.StartAsync(Both);

        var group = (await FailureReport.ReadAsync(run.Client, Day)).Groups.Single(group => group.Trend == FailureTrend.Recurring);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((group.Nights, group.NightsBefore, group.Sessions), Is.EqualTo((1, 1, 2)));
            Assert.That(group.Jobs, Is.EqualTo(new[] { "Mail" }));
            Assert.That((group.FirstSeen, group.LastSeen), Is.EqualTo((LastNight.AddDays(-1).AddMinutes(1), LastNight.AddMinutes(3))));
            Assert.That((group.LastSessionId, group.LastItemId), Is.EqualTo((Both[0].Id, Both[0].Items[2].Id)));
            Assert.That(group.LastText, Is.EqualTo(Both[0].Items[2].Message));
            Assert.That(group.ObjectAddress, Is.EqualTo("anna@contoso.com"));
        }
    }

    [TestCase(FailureGrouping.Cause, "Error|Site|(404) Not Found|1/0|1", "Error||A task was canceled|1/0|0", "Warning|Mailbox|User was not found|2/2|2")]
    [TestCase(
        FailureGrouping.Object,
        "Error||A task was canceled|1/0|0",
        "Error|Site|(404) Not Found|1/0|1",
        "Warning|Mailbox|User was not found|2/1|1",
        "Warning|Mailbox|User was not found|0/1|1")]
    [TestCase(FailureGrouping.Job, "Error|Site|(404) Not Found|1/0|1", "Error|||3/2|2")]
    [TestCase(FailureGrouping.None, "Error|||4/2|3")]
    public async Task ReadAsync_Grouping_CountsEveryFailureOnce(FailureGrouping grouping, params string[] expected)
    {
        await using var run = await ServerRun.StartAsync(Both);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = grouping });

        var lines = report.Groups.Select(group => $"{group.Level}|{group.ObjectKind}|{group.Cause}|{group.Count}/{group.CountBefore}|{group.Objects}");
        Assert.That(lines, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task ReadAsync_GroupedBySession_HasOneGroupASession()
    {
        await using var run = await ServerRun.StartAsync(Both);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = FailureGrouping.Session });

        Assert.That(report.Groups.Select(group => group.SessionId), Is.EquivalentTo(Both.Select(session => session.Id)));
    }

    [Test]
    public async Task ReadAsync_RunsBeforeAndAfterMidnight_AreOneNight()
    {
        FakeSession[] sessions =
        [
            Runs.Create(LastNight, "A", ("Warning", "Slow")),
            Runs.Create(LastNight.AddHours(4).ToOffset(TimeSpan.Zero), "B", ("Warning", "Slow")),
            Runs.Create(LastNight.AddHours(-11), "C", ("Warning", "Slow")),
        ];
        await using var run = await ServerRun.StartAsync(sessions);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = FailureGrouping.Cause });

        Assert.That(report.Groups.Single(), Has.Property("Nights").EqualTo(2).And.Property("Sessions").EqualTo(3));
    }

    [Test]
    public async Task ReadAsync_SessionsAtTheBounds_BelongToOneSpan()
    {
        var since = LastNight.AddHours(1);
        FakeSession[] sessions =
        [
            Runs.Create(LastNight.AddHours(2), "Last", ("Warning", "last")),
            Runs.Create(LastNight, "First", ("Warning", "first")),
            Runs.Create(LastNight.AddHours(-2), "Before", ("Warning", "before")),
            Runs.Create(LastNight.AddHours(-3), "Earlier", ("Warning", "earlier")),
        ];
        await using var run = await ServerRun.StartAsync(sessions);

        var report = await FailureReport.ReadAsync(run.Client, Day with { Since = since, Until = since.AddHours(2) });

        Assert.That(report.Groups.Select(group => $"{group.Cause} {group.Trend}"), Is.EqualTo(new[] { "first New", "last New", "before Gone" }));
        Assert.That(report.Before, Is.EqualTo(since.AddHours(-2)));
    }

    [Test]
    public async Task ReadAsync_RunningSession_CountsUnlessTheSpanHasEnded([Values] bool hasEnd)
    {
        var session = new FakeSessionBuilder(LastNight).Warning("Slow").Running("Processing mailbox: a@b.c").Build();
        await using var run = await ServerRun.StartAsync([session]);

        var report = await FailureReport.ReadAsync(run.Client, Day with { Until = hasEnd ? Now.AddHours(-1) : null });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(hasEnd ? Array.Empty<string>() : ["Slow"]));
    }

    [Test]
    public async Task ReadAsync_OneJob_LeavesOutTheOthers()
    {
        await using var run = await ServerRun.StartAsync(Both);

        var report = await FailureReport.ReadAsync(run.Client, Day with { JobId = Runs.JobId("Sites") });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(new[] { "(404) Not Found" }));
    }

    [Test]
    public async Task ReadAsync_OtherLevels_AreThoseAskedFor([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(Both, version);

        var report = await FailureReport.ReadAsync(run.Client, Day with { Levels = [LogItemLevel.Success] });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(new[] { "Connected to organization" }));
    }

    [Test]
    public async Task ReadAsync_Progress_EndsWithEverySession()
    {
        await using var run = await ServerRun.StartAsync(Both);
        var steps = new List<FailureProgress>();

        await FailureReport.ReadAsync(run.Client, Day with { OnProgress = steps.Add });

        Assert.That(steps.Select(step => (step.Sessions, step.TotalSessions)), Is.EqualTo(new[] { (1, 3), (2, 3), (3, 3) }));
        Assert.That(steps[^1].Failures, Is.EqualTo(6));
    }

    [Test]
    public async Task ReadAsync_NoSessions_IsEmpty()
    {
        await using var run = await ServerRun.StartAsync([]);

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That((report.Groups.Count, report.Sessions, report.SessionsBefore), Is.EqualTo((0, 0, 0)));
    }

    [Test]
    public async Task ReadAsync_InvalidOptions_SendNoRequest()
    {
        await using var run = await ServerRun.StartAsync([]);

        using (Assert.EnterMultipleScope())
        {
            await Assert.ThrowsAsync<ArgumentException>(() => FailureReport.ReadAsync(run.Client, Day with { Since = Now }));
            await Assert.ThrowsAsync<ArgumentException>(() => FailureReport.ReadAsync(run.Client, Day with { Levels = [] }));
            await Assert.ThrowsAsync<ArgumentException>(() => FailureReport.ReadAsync(run.Client, Day with { MaxConcurrentSessions = 0 }));
            await Assert.ThrowsAsync<ArgumentException>(() => FailureReport.ReadAsync(run.Client, Day with { MaxConcurrentSessions = 17 }));
        }

        Assert.That(run.Server.Requests, Is.Empty);
    }

    private static string Line(FailureGroup group) =>
        $"{group.Trend} {group.Level} [{$"{group.ObjectKind} {group.ObjectName}".Trim()}] {group.Cause} {group.Count}/{group.CountBefore}";
}

using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Failures;

public class FailureReportTests
{
    /// <summary>Seven in the morning, three hours ahead of UTC.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.FromHours(3));

    private static readonly DateTimeOffset LastNight = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    private static readonly FailureReportOptions Day = new() { Since = Now.AddHours(-24), TimeProvider = new FixedTime(Now) };

    private static readonly FakeSession[] TwoNights =
    [
        Runs.Create(
            LastNight, "Mail", ("Success", "Connected to organization"), ("Warning", Warning("anna")), ("Warning", Warning("anna")),
            ("Error", "A task was canceled")),
        Runs.Create(LastNight.AddHours(1), "Sites", ("Error", "Failed to process site: https://c.sharepoint.com/sites/S. (404) Not Found.")),
        Runs.Create(LastNight.AddDays(-1), "Mail", ("Warning", Warning("anna")), ("Warning", Warning("ben"))),
    ];

    [Test]
    public async Task ReadAsync_EveryVersion_GroupsByObjectAndCauseSortedByWhatMatters([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(TwoNights, version);

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
        await using var run = await ServerRun.StartAsync(TwoNights);

        var group = (await FailureReport.ReadAsync(run.Client, Day)).Groups.Single(group => group.Trend == FailureTrend.Recurring);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((group.Nights, group.NightsBefore, group.Sessions), Is.EqualTo((1, 1, 2)));
            Assert.That(group.Jobs, Is.EqualTo(new[] { "Mail" }));
            Assert.That((group.FirstSeen, group.LastSeen), Is.EqualTo((LastNight.AddDays(-1).AddMinutes(1), LastNight.AddMinutes(3))));
            Assert.That((group.LastSessionId, group.LastItemId), Is.EqualTo((TwoNights[0].Id, TwoNights[0].Items[2].Id)));
            Assert.That(group.LastText, Is.EqualTo(TwoNights[0].Items[2].Message));
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
        await using var run = await ServerRun.StartAsync(TwoNights);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = grouping });

        var lines = report.Groups.Select(group => $"{group.Level}|{group.ObjectKind}|{group.Cause}|{group.Count}/{group.CountBefore}|{group.Objects}");
        Assert.That(lines, Is.EquivalentTo(expected));
    }

    [Test]
    public async Task ReadAsync_GroupedBySession_HasOneGroupASession()
    {
        await using var run = await ServerRun.StartAsync(TwoNights);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = FailureGrouping.Session });

        Assert.That(report.Groups.Select(group => group.SessionId), Is.EquivalentTo(TwoNights.Select(session => session.Id)));
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
        await using var run = await ServerRun.StartAsync(TwoNights);

        var report = await FailureReport.ReadAsync(run.Client, Day with { JobId = Runs.JobId("Sites") });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(new[] { "(404) Not Found" }));
    }

    [Test]
    public async Task ReadAsync_OtherLevels_AreThoseAskedFor([Values(ApiVersion.V7, ApiVersion.V8)] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(TwoNights, version);

        var report = await FailureReport.ReadAsync(run.Client, Day with { Levels = [LogItemLevel.Success] });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(new[] { "Connected to organization" }));
    }

    [Test]
    public async Task ReadAsync_Waivers_IgnoreWhatTheyAreAboutUntilTheyExpire()
    {
        await using var run = await ServerRun.StartAsync(TwoNights);
        var waivers = FailureWaiverFile.Load(
            new StringReader("""
            waivers:
              - { cause: User was not found, object: 'anna*', reason: R, expires: 2026-11-21 }
              - { cause: A task was canceled, reason: R, expires: 2026-11-20 }
              - { cause: Never seen, reason: R, expires: 2027-11-20 }
            """),
            "ignore.yaml");

        var report = await FailureReport.ReadAsync(run.Client, Day with { Waivers = waivers });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(report.Groups.Select(group => $"{group.Cause} {group.ObjectName}".Trim()), Is.EqualTo(new[]
            {
                "(404) Not Found https://c.sharepoint.com/sites/S", "A task was canceled", "User was not found ben@contoso.com",
            }));
            Assert.That(
                report.IgnoredGroups.Select(group => $"{group.ObjectName} {group.Count}/{group.CountBefore}"),
                Is.EqualTo(new[] { "anna@contoso.com 2/1" }));
            Assert.That((report.Failures, report.FailuresBefore, report.IgnoredFailures), Is.EqualTo((2L, 1L, 2L)));
            Assert.That(report.ExpiredWaivers, Is.EqualTo(new[] { waivers.Waivers[1] }));
            Assert.That(report.UnusedWaivers, Is.EqualTo(new[] { waivers.Waivers[2] }));
        }
    }

    [Test]
    public async Task ReadAsync_WaiverBehindAnother_IsNotUnused()
    {
        await using var run = await ServerRun.StartAsync(TwoNights);
        var waivers = FailureWaiverFile.Load(
            new StringReader("waivers: [{ cause: '*', reason: R, expires: 2027-01-01 }, { cause: A task was canceled, reason: R, expires: 2027-01-01 }]"), "i");

        var report = await FailureReport.ReadAsync(run.Client, Day with { Waivers = waivers });

        Assert.That((report.IgnoredFailures, report.UnusedWaivers.Count), Is.EqualTo((4L, 0)));
    }

    [Test]
    public async Task ReadAsync_PartOfTheFailures_DoesNotReportUnusedWaivers()
    {
        await using var run = await ServerRun.StartAsync(TwoNights);
        var waivers = FailureWaiverFile.Load(new StringReader("waivers: [{ cause: Never seen, reason: R, expires: 2027-01-01 }]"), "i");
        var options = Day with { Waivers = waivers };
        FailureReportOptions[] parts = [options with { JobId = Runs.JobId("Mail") }, options with { Levels = [LogItemLevel.Error] }];

        foreach (var part in parts)
        {
            Assert.That((await FailureReport.ReadAsync(run.Client, part)).UnusedWaivers, Is.Empty);
        }

        options = options with { Levels = [LogItemLevel.Stop, LogItemLevel.Error, LogItemLevel.Warning] };
        Assert.That((await FailureReport.ReadAsync(run.Client, options)).UnusedWaivers, Is.EqualTo(waivers.Waivers));
    }

    [Test]
    public async Task ReadAsync_Progress_EndsWithEverySession()
    {
        await using var run = await ServerRun.StartAsync(TwoNights);
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

    private static string Warning(string user) => $"Processing mailbox {user}@contoso.com finished with warning: User was not found (ID: {Guid.NewGuid()})";

    private static string Line(FailureGroup group) =>
        $"{group.Trend} {group.Level} [{$"{group.ObjectKind} {group.ObjectName}".Trim()}] {group.Cause} {group.Count}/{group.CountBefore}";
}

using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>A failure that names no object is one of its job, and jobs are told apart by their identifiers.</summary>
public class FailureReportJobsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Tonight = Now.AddHours(-9);

    private static readonly FailureReportOptions Day = new() { Since = Now.AddHours(-24), TimeProvider = new FixedTime(Now) };

    private static readonly (Guid Id, string Name)[] Namesakes =
        [(new("11111111-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), "Mail"), (new("22222222-0f5e-4a6b-8c9d-1e2f3a4b5c6d"), "Mail")];

    [Test]
    public async Task ReadAsync_AnotherJobHadTheTextBefore_IsNew(
        [Values(FailureGrouping.Object, FailureGrouping.Object | FailureGrouping.Cause)] FailureGrouping by)
    {
        await using var run = await ServerRun.StartAsync(
        [
            Runs.Create(Tonight.AddDays(-1), "A", ("Error", "Job failed at 11/19/2026 10:00:02 PM")),
            Runs.Create(Tonight.AddDays(-1), "B", ("Success", "Connected to organization")),
            Runs.Create(Tonight, "A", ("Success", "Connected to organization")),
            Runs.Create(Tonight, "B", ("Error", "Job failed at 11/20/2026 10:00:02 PM")),
        ]);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = by });

        Assert.That(report.Groups.Select(group => $"{group.Trend} {group.Jobs.Single()}"), Is.EqualTo(new[] { "New B", "Gone A" }));
    }

    [Test]
    public async Task ReadAsync_ObjectOfSeveralJobs_IsOneGroup()
    {
        const string text = "Processing mailbox anna@contoso.com finished with warning: User was not found";
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(Tonight.AddDays(-1), "A", ("Warning", text)), Runs.Create(Tonight, "B", ("Warning", text))]);

        var group = (await FailureReport.ReadAsync(run.Client, Day)).Groups.Single();

        Assert.That((group.Trend, string.Join(' ', group.Jobs)), Is.EqualTo((FailureTrend.Recurring, "A B")));
    }

    [Test]
    public async Task ReadAsync_JobsOfTheSameName_AreGroupsOfTheirOwn([Values(FailureGrouping.Job, FailureGrouping.Object)] FailureGrouping by)
    {
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(Tonight.AddDays(-1), Namesakes[0], ("Error", "Job failed")), Runs.Create(Tonight, Namesakes[1], ("Error", "Job failed"))]);

        var report = await FailureReport.ReadAsync(run.Client, Day with { GroupBy = by });

        Assert.That(
            report.Groups.Select(group => $"{group.Trend} {group.Jobs.Single()}"), Is.EqualTo(new[] { "New Mail (22222222)", "Gone Mail (11111111)" }));
    }

    [TestCase("Mail", 2)]
    [TestCase("Mail (22222222)", 1)]
    [TestCase("Mail (33333333)", 0)]
    public async Task ReadAsync_WaiverOfASharedName_IgnoresTheJobsThatItNames(string job, int expected)
    {
        await using var run = await ServerRun.StartAsync([.. Namesakes.Select(namesake => Runs.Create(Tonight, namesake, ("Error", "Job failed")))]);
        var waivers = FailureWaiverFile.Load(
            new StringReader($"waivers: [{{ cause: Job failed, job: '{job}', reason: R, expires: 2027-01-01 }}]"), "ignore.yaml");

        var report = await FailureReport.ReadAsync(run.Client, Day with { Waivers = waivers });

        Assert.That((report.IgnoredFailures, report.Failures), Is.EqualTo(((long)expected, 2L - expected)));
    }

    [Test]
    public async Task ReadAsync_JobWithoutSessionsBefore_IsNamed()
    {
        await using var run = await ServerRun.StartAsync(
        [
            Runs.Create(Tonight.AddDays(-1), "Daily", ("Warning", "Slow")),
            Runs.Create(Tonight, "Daily", ("Warning", "Slow")),
            Runs.Create(Tonight, "Weekly", ("Warning", "Slow")),
            Runs.Create(Tonight, "Monthly"),
            Runs.Create(Tonight.AddDays(-1), "Other"),
        ]);

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That(report.JobsWithoutSessionsBefore, Is.EqualTo(new[] { "Monthly", "Weekly" }));
        Assert.That(report.Notices, Is.EqualTo(new[]
        {
            "No session of Monthly and Weekly ended between 2026-11-19 07:00:00Z and 2026-11-20 07:00:00Z; what failed only in these jobs is new.",
        }));
    }

    [Test]
    public async Task ReadAsync_ManyJobsWithoutSessionsBefore_NamesAFew()
    {
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(Tonight.AddDays(-1), "Daily"), .. Enumerable.Range(1, 8).Select(number => Runs.Create(Tonight, $"Job {number}"))]);

        var report = await FailureReport.ReadAsync(run.Client, Day);

        Assert.That(report.Notices.Single(), Does.StartWith("No session of Job 1, Job 2, Job 3, Job 4, Job 5 and 3 more jobs ended between"));
    }

    [Test]
    public async Task ReadAsync_EveryJobHasSessionsBefore_HasNoNotice()
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Tonight.AddDays(-1), "Daily"), Runs.Create(Tonight, "Daily")]);

        Assert.That((await FailureReport.ReadAsync(run.Client, Day)).Notices, Is.Empty);
    }
}

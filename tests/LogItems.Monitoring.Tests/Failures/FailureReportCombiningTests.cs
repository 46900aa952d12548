using LogItems.Monitoring.Tests.Support;
using static LogItems.Monitoring.Tests.Support.TwoNights;

namespace LogItems.Monitoring.Tests.Failures;

public class FailureReportCombiningTests
{
    [Test]
    public async Task Combine_TwoServers_KeepsTheirGroupsAndAddsTheirNumbers()
    {
        await using var run = await ServerRun.StartAsync(Both);
        var report = await FailureReport.ReadAsync(run.Client, Day);

        var combined = FailureReport.Combine([("paris", report), ("oslo", report with { UnreadableSessions = 1, UnreadableReason = "500" })]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                combined.Groups.Select(group => (group.Server, group.Cause, group.Count, group.CountBefore)),
                Is.EqualTo(report.Groups.SelectMany(group => new[] { "oslo", "paris" }.Select(
                    server => ((string?)server, group.Cause, group.Count, group.CountBefore)))));
            Assert.That((combined.Sessions, combined.SessionsBefore, combined.Failures, combined.FailuresBefore), Is.EqualTo((4, 2, 8L, 4L)));
            Assert.That((combined.Since, combined.Until, combined.Before), Is.EqualTo((report.Since, report.Until, report.Before)));
            Assert.That(combined.JobsWithoutSessionsBefore, Is.EqualTo(new[] { "Sites (paris)", "Sites (oslo)" }));
            Assert.That(combined.Notices, Has.Member("1 session could not be read, so failures are missing: oslo: 500"));
        }
    }

    [Test]
    public void Combine_NoReports_Throws() =>
        Assert.That(() => FailureReport.Combine([]), Throws.ArgumentException.With.Message.StartsWith("There are no reports to combine."));
}

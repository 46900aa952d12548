using LogItems.Monitoring.Tests.Support;
using static LogItems.Monitoring.Tests.Support.TwoNights;

namespace LogItems.Monitoring.Tests.Failures;

/// <summary>What waivers ignore, and what is reported of the waivers themselves.</summary>
public class FailureReportWaiversTests
{
    [Test]
    public async Task ReadAsync_Waivers_IgnoreWhatTheyAreAboutUntilTheyExpire()
    {
        await using var run = await ServerRun.StartAsync(Both);
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
        await using var run = await ServerRun.StartAsync(Both);
        var waivers = FailureWaiverFile.Load(
            new StringReader("waivers: [{ cause: '*', reason: R, expires: 2027-01-01 }, { cause: A task was canceled, reason: R, expires: 2027-01-01 }]"), "i");

        var report = await FailureReport.ReadAsync(run.Client, Day with { Waivers = waivers });

        Assert.That((report.IgnoredFailures, report.UnusedWaivers.Count), Is.EqualTo((4L, 0)));
    }

    [Test]
    public async Task ReadAsync_PartOfTheFailures_DoesNotReportUnusedWaivers()
    {
        await using var run = await ServerRun.StartAsync(Both);
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
}

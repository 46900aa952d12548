using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using static LogItems.Monitoring.Tests.Support.CheckRuns;

namespace LogItems.Monitoring.Tests.Checks;

/// <summary>The check of all enabled jobs.</summary>
public class CheckAllJobsTests
{
    [Test]
    public async Task ReadAsync_AllJobs_NamesTheBadOnesAndLeavesOutDisabledOnes()
    {
        await using var run = await ServerRun.StartAsync(
            [Run(hoursAgo: 9, "Success"), Run(hoursAgo: 8, "Failed", TwoFailures, "Sites|Teams=x's"), Run(hoursAgo: 7, "Warning", TwoFailures, "Archive")]);
        using var client = new OtherJobsClient(run.Server, [
            new Job { Id = Runs.JobId("Mail"), Name = "Mail", IsEnabled = true },
            new Job { Id = Runs.JobId("Sites|Teams=x's"), Name = "Sites|Teams=x's", IsEnabled = true },
            new Job { Id = Runs.JobId("Archive"), Name = "Archive" }, new Job { Id = Guid.NewGuid(), Name = "Disabled", IsEnabled = false },
            new Job { Id = Guid.NewGuid(), Name = "New", IsEnabled = true },
        ]);

        var report = await CheckReport.ReadAsync(client, new() { TimeProvider = new FixedTime(Now) });

        Assert.That(report.ToString().Split(" | ")[0], Is.EqualTo(
            "LOGITEMS CRITICAL - New: has never run. Sites/Teams=x's: failed 8h 0m ago, 2 failures. Archive: ended with a warning 7h 0m ago, 2 failures"));
        Assert.That(
            report.ToString().Split(" | ")[1],
            Does.StartWith("'Archive age'=25200s;;;0 'Archive failures'=2;;;0 ").And.Contain(" 'Sites/Teamsx''s failures'=2;;;0 "));
        Assert.That(report.Findings.Select(finding => finding.Name), Is.EqualTo(new[] { "Archive", "Mail", "New", "Sites|Teams=x's" }));
    }

    [Test]
    public async Task ReadAsync_AllJobsAsExpected_IsOneSentence()
    {
        await using var run = await ServerRun.StartAsync([Run(hoursAgo: 9, "Success"), Run(hoursAgo: 8, "Success", [], "Sites")]);

        var report = await CheckReport.ReadAsync(run.Client, new() { TimeProvider = new FixedTime(Now), Certificate = Certificate(days: 90) });

        Assert.That(report.ToString(), Does.StartWith("LOGITEMS OK - 2 jobs are as expected | "));
    }

    [Test]
    public async Task ReadAsync_ManyBadJobs_AreCounted()
    {
        await using var run = await ServerRun.StartAsync([.. Enumerable.Range(10, 13).Select(number => Run(hoursAgo: 9, "Failed", [], $"Job {number}"))]);

        var report = await CheckReport.ReadAsync(run.Client, new() { TimeProvider = new FixedTime(Now) });

        Assert.That(report.ToString(), Does.Contain("Job 19: failed 9h 0m ago, 0 failures. 3 more. | "));
    }

    [Test]
    public async Task ReadAsync_JobsOfOneName_HaveLabelsOfTheirOwn()
    {
        await using var run = await ServerRun.StartAsync([Run(hoursAgo: 9, "Success")]);
        var (one, other) = (Runs.JobId("Mail"), Guid.Parse("00000001-0000-0000-0000-000000000000"));
        using var client = new OtherJobsClient(run.Server, [new Job { Id = one, Name = "Mail" }, new Job { Id = other, Name = "Mail" }]);

        var report = await CheckReport.ReadAsync(client, new() { TimeProvider = new FixedTime(Now) });

        Assert.That(
            report.ToString(),
            Does.StartWith("LOGITEMS CRITICAL - Mail (00000001): has never run | ").And.Contain($"'Mail ({one.ToString()[..8]}) age'="));
    }

    [Test]
    public async Task ReadAsync_NoJobs_IsUnknown()
    {
        await using var run = await ServerRun.StartAsync([]);

        Assert.That((await CheckReport.ReadAsync(run.Client, new())).ToString(), Is.EqualTo("LOGITEMS UNKNOWN - there are no enabled jobs"));
    }

    [Test]
    public async Task ReadAsync_NoJobsButACertificate_IsUnknown()
    {
        await using var run = await ServerRun.StartAsync([]);

        var report = await CheckReport.ReadAsync(run.Client, new() { TimeProvider = new FixedTime(Now), Certificate = Certificate(days: 90) });

        Assert.That(report.State, Is.EqualTo(CheckState.Unknown));
        Assert.That(report.ToString(), Is.EqualTo("LOGITEMS UNKNOWN - there are no enabled jobs | 'certificate_days'=90;30:;7:;0"));
    }

    /// <summary>A client whose server has other jobs than those of its sessions.</summary>
    private sealed class OtherJobsClient(FakeLogItemsServer server, Job[] jobs) : LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"))
    {
        public override IAsyncEnumerable<Job> GetJobsAsync(CancellationToken cancellationToken = default) => LogItemsModelFactory.AsyncItems(jobs);
    }
}

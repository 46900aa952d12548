using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Checks;

public class CheckReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly CheckOptions Mail = new() { JobId = Runs.JobId("Mail"), TimeProvider = new FixedTime(Now) };

    private static readonly (string Level, string Text)[] TwoFailures = [("Success", "A"), ("Warning", "B"), ("Error", "C")];

    [Test]
    public async Task ReadAsync_LastRunSucceeded_IsOk([Values] ApiVersion version)
    {
        var report = await ReadAsync(
            Mail with { MaxAge = TimeSpan.FromHours(26) }, version, Run(hoursAgo: 9, "Success"), Run(hoursAgo: 33, "Failed", TwoFailures));

        Assert.That(report.State, Is.EqualTo(CheckState.Ok));
        Assert.That(report.ToString(), Is.EqualTo(
            "LOGITEMS OK - Mail: succeeded 9h 0m ago, 0 failures | 'age'=32400s;;93600;0 'failures'=0;;;0 'duration'=3600s;;;0 'transferred'=1024B;;;0"));
    }

    [TestCase("Success", null, null, CheckState.Ok, "succeeded")]
    [TestCase("Warning", null, null, CheckState.Warning, "ended with a warning")]
    [TestCase("Warning", "2", null, CheckState.Ok, "ended with a warning")]
    [TestCase("Warning", "1", null, CheckState.Warning, "ended with a warning")]
    [TestCase("Warning", "0", "1", CheckState.Critical, "ended with a warning")]
    [TestCase("Warning", null, "5", CheckState.Warning, "ended with a warning")]
    [TestCase("Warning", null, "1", CheckState.Critical, "ended with a warning")]
    [TestCase("Success", "0", null, CheckState.Warning, "succeeded")]
    [TestCase("Failed", null, null, CheckState.Critical, "failed")]
    [TestCase("Failed", "10", "10", CheckState.Critical, "failed")]
    [TestCase("Stopped", null, null, CheckState.Warning, "was stopped")]
    [TestCase("Disconnected", null, null, CheckState.Critical, "failed")]
    [TestCase("NotConfigured", null, null, CheckState.Unknown, "ended with the status NotConfigured")]
    [TestCase("NotConfigured", null, "1", CheckState.Critical, "ended with the status NotConfigured")]
    public async Task ReadAsync_StatusAndThresholds_GiveTheState(string status, string? warning, string? critical, CheckState expected, string reason)
    {
        var report = await ReadAsync(Mail with { Warning = Range(warning), Critical = Range(critical) }, ApiVersion.V8, Run(hoursAgo: 2, status, TwoFailures));

        Assert.That(report.State, Is.EqualTo(expected));
        Assert.That(
            report.ToString(),
            Does.StartWith($"LOGITEMS {expected.ToString().ToUpperInvariant()} - Mail: {reason} 2h 0m ago, 2 failures | ")
                .And.Contain($"'failures'=2;{warning};{critical};0"));
    }

    [Test]
    public async Task ReadAsync_FailedRunThatIsRetried_IsAWarning()
    {
        var run = new FakeSession
        {
            JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddHours(-2), EndTime = Now.AddHours(-1), Status = "Failed",
            JobWillBeRetried = true,
        };

        var report = await ReadAsync(Mail, ApiVersion.V8, run);

        Assert.That(report.ToString(), Does.StartWith("LOGITEMS WARNING - Mail: failed and will be retried, 1h 0m ago, 0 failures | "));
    }

    [TestCase(25, CheckState.Ok)]
    [TestCase(26, CheckState.Ok)]
    [TestCase(27, CheckState.Critical)]
    [TestCase(24 * 400, CheckState.Critical)]
    public async Task ReadAsync_AgeOfTheLastSuccess_IsLimited(int hours, CheckState expected)
    {
        var report = await ReadAsync(Mail with { MaxAge = TimeSpan.FromHours(26) }, ApiVersion.V8, Run(hours, "Success"));

        Assert.That(report.State, Is.EqualTo(expected));
    }

    [Test]
    public async Task ReadAsync_OnlyFailuresSinceLong_NamesTheAgeOfTheLastSuccess()
    {
        var report = await ReadAsync(
            Mail with { MaxAge = TimeSpan.FromHours(26) }, ApiVersion.V8, Run(hoursAgo: 1, "Failed", TwoFailures), Run(hoursAgo: 24 * 20, "Warning"));

        Assert.That(
            report.ToString(),
            Does.StartWith("LOGITEMS CRITICAL - Mail: no successful run for 20d 0h (at most 1d 2h), failed 1h 0m ago, 2 failures | 'age'=1728000s;;93600;0 "));
    }

    [Test]
    public async Task ReadAsync_NeverSucceeded_IsCritical()
    {
        var report = await ReadAsync(Mail with { MaxAge = TimeSpan.FromHours(26) }, ApiVersion.V8, Run(hoursAgo: 1, "Stopped"));

        Assert.That(
            report.ToString(),
            Does.StartWith("LOGITEMS CRITICAL - Mail: no successful run at all (at most 1d 2h), was stopped 1h 0m ago, 0 failures | 'failures'=0"));
    }

    [Test]
    public async Task ReadAsync_JobWithoutRuns_IsCritical()
    {
        await using var run = await ServerRun.StartAsync([]);

        var report = await CheckReport.ReadAsync(run.Client, Mail);

        Assert.That(report.ToString(), Is.EqualTo($"LOGITEMS CRITICAL - {Runs.JobId("Mail")}: has never run"));
    }

    [TestCase(1, CheckState.Ok, "first run in progress for 1h 0m")]
    [TestCase(30, CheckState.Critical, "has never finished a run")]
    public async Task ReadAsync_OnlyARunInProgress_IsOkForAsLongAsAllowed(int hours, CheckState expected, string text)
    {
        var running = new FakeSession { JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddHours(-hours), Status = "Running" };

        var report = await ReadAsync(Mail with { MaxAge = TimeSpan.FromHours(26) }, ApiVersion.V8, running);

        Assert.That(report.ToString(), Is.EqualTo($"LOGITEMS {expected.ToString().ToUpperInvariant()} - Mail: {text}"));
    }

    [Test]
    public async Task ReadAsync_RunInProgress_IsJudgedByTheLastFinishedOne()
    {
        var running = new FakeSession { JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddMinutes(-5), Status = "Running" };

        var report = await ReadAsync(Mail, ApiVersion.V8, running, Run(hoursAgo: 9, "Success"));

        Assert.That(report.ToString(), Does.StartWith("LOGITEMS OK - Mail: succeeded 9h 0m ago, 0 failures, running for 5m | "));
    }

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

    [TestCase(31, CheckState.Ok, "LOGITEMS OK - Mail: succeeded 9h 0m ago, 0 failures | ")]
    [TestCase(29, CheckState.Warning, "LOGITEMS WARNING - certificate: expires on 2026-12-20, in 29 days | ")]
    [TestCase(6, CheckState.Critical, "LOGITEMS CRITICAL - certificate: expires on 2026-11-27, in 6 days | ")]
    [TestCase(-1, CheckState.Critical, "LOGITEMS CRITICAL - certificate: expired on 2026-11-20 | ")]
    public async Task ReadAsync_Certificate_RaisesAnAlertBeforeItExpires(int days, CheckState expected, string text)
    {
        var report = await ReadAsync(Mail with { Certificate = Certificate(days) }, ApiVersion.V8, Run(hoursAgo: 9, "Success"));

        Assert.That(report.State, Is.EqualTo(expected));
        Assert.That(report.ToString(), Does.StartWith(text).And.EndWith($" 'certificate_days'={days};30:;7:;0"));
    }

    [Test]
    public async Task ReadAsync_InvalidOptions_AreRejected()
    {
        await using var run = await ServerRun.StartAsync([]);

        await Assert.ThrowsAsync<ArgumentException>(() => CheckReport.ReadAsync(run.Client, Mail with { MaxAge = TimeSpan.Zero }));
        await Assert.ThrowsAsync<ArgumentException>(() => CheckReport.ReadAsync(run.Client, Mail with { CertificateWarningDays = -1 }));
        await Assert.ThrowsAsync<ArgumentException>(() => CheckReport.ReadAsync(run.Client, Mail with { CertificateCriticalDays = -1 }));
    }

    [Test]
    public void LineOf_TextOfAServer_StaysOneLineWithoutABar() =>
        Assert.That(CheckReport.LineOf(CheckState.Unknown, "a\nb|c\u2028d\u202Ee "), Is.EqualTo("LOGITEMS UNKNOWN - a b/c d e"));

    private static async Task<CheckReport> ReadAsync(CheckOptions options, ApiVersion version, params FakeSession[] sessions)
    {
        await using var run = await ServerRun.StartAsync(sessions, version);
        return await CheckReport.ReadAsync(run.Client, options);
    }

    private static FakeSession Run(int hoursAgo, string status, (string Level, string Text)[]? items = null, string job = "Mail")
    {
        var run = Runs.Create(Now.AddHours(-hoursAgo - 1), job, items ?? []);
        return new()
        {
            Id = run.Id, JobId = run.JobId, JobName = job, CreationTime = run.CreationTime, EndTime = run.EndTime, Status = status, Items = run.Items,
            Statistics = new() { TransferredDataBytes = 1024 },
        };
    }

    private static CheckRange? Range(string? text) => CheckRange.TryParse(text, out var range) ? range : null;

    private static ServerCertificateInfo Certificate(int days) =>
        new("backup", "CN=backup", "CN=backup", Now.AddYears(-1), Now.AddDays(days), new string('0', 64), ServerCertificateProblem.None);

    /// <summary>A client whose server has other jobs than those of its sessions.</summary>
    private sealed class OtherJobsClient(FakeLogItemsServer server, Job[] jobs) : LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"))
    {
        public override IAsyncEnumerable<Job> GetJobsAsync(CancellationToken cancellationToken = default) => LogItemsModelFactory.AsyncItems(jobs);
    }
}

using System.Runtime.CompilerServices;
using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;
using static LogItems.Monitoring.Tests.Support.CheckRuns;

namespace LogItems.Monitoring.Tests.Checks;

public class CheckReportTests
{
    private static readonly CheckOptions Mail = new() { JobId = Runs.JobId("Mail"), TimeProvider = new FixedTime(Now) };

    [Test]
    public async Task ReadAsync_LastRunSucceeded_IsOk([Values] ApiVersion version)
    {
        var report = await ReadAsync(
            Mail with { MaxAge = TimeSpan.FromHours(26) }, version, Run(hoursAgo: 9, "Success"), Run(hoursAgo: 33, "Failed", TwoFailures));

        Assert.That(report.State, Is.EqualTo(CheckState.Ok));
        Assert.That(report.ToString(), Is.EqualTo(
            "LOGITEMS OK - Mail: succeeded 9h 0m ago, 0 failures | 'age'=32400s;;93600;0 'failures'=0;;;0 'duration'=3600s;;;0 'transferred'=1024B;;;0"));
    }

    [Test]
    public async Task ToString_LineOfTheReadmeOfTheTool_IsReal()
    {
        var options = Mail with
        {
            JobId = Runs.JobId("Nightly backup"), MaxAge = TimeSpan.FromHours(26), Warning = Range("10"), Critical = Range("50"),
            Certificate = Certificate(263),
        };

        var report = await ReadAsync(options, ApiVersion.V8, Run(hoursAgo: 9, "Success", job: "Nightly backup"));

        var readme = await File.ReadAllTextAsync(Path.Combine(Folder(), "..", "..", "..", "src", "LogItems.Cli", "README.md"));
        Assert.That(readme, Does.Contain($"```text\n{report}\n```"));
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

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static CheckRange? Range(string? text) => CheckRange.TryParse(text, out var range) ? range : null;
}

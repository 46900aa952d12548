using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Sessions;

/// <summary>Items whose level is a word that nobody knows: a filter of the server leaves them out, and they may be what matters most.</summary>
public class UnknownLevelTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 7, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Start = Now.AddHours(-9);

    [Test]
    public async Task Failures_LevelIsUnknown_CountsInEveryVersion([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync(
            [Runs.Create(Start, "Mail", ("Success", "A"), ("Fatal", "B"), ("Error", "C"), ("Warning", "D"))], version);

        var report = await FailureReport.ReadAsync(run.Client, Options());

        Assert.That(report.Groups.Select(group => (group.Level, group.Cause, group.Count)), Is.EquivalentTo(new[]
        {
            (LogItemLevel.Unknown, "B", 1), (LogItemLevel.Error, "C", 1), (LogItemLevel.Warning, "D", 1),
        }));
        Assert.That(report.Failures, Is.EqualTo(3));
    }

    [Test]
    public async Task Failures_OtherWordForError_CountsOnceInEveryVersion([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Start, "Mail", ("Success", "A"), ("Failed", "B"), ("Error", "C"))], version);

        var report = await FailureReport.ReadAsync(run.Client, Options());

        Assert.That(report.Groups.Select(group => (group.Level, group.Cause)), Is.EquivalentTo(new[] { (LogItemLevel.Error, "B"), (LogItemLevel.Error, "C") }));
    }

    [Test]
    public async Task Failures_WarningsOnly_AreNotThoseOfUnknownLevels([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Start, "Mail", ("Fatal", "B"), ("Warning", "D"))], version);

        var report = await FailureReport.ReadAsync(run.Client, Options() with { Levels = [LogItemLevel.Warning] });

        Assert.That(report.Groups.Select(group => group.Cause), Is.EqualTo(["D"]));
    }

    [Test]
    public async Task Check_LevelIsUnknown_IsAFailure([Values] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Start, "Mail", ("Success", "A"), ("Fatal", "B"))], version);
        Assert.That(CheckRange.TryParse("0", out var zero), Is.True);
        var options = new CheckOptions { JobId = Runs.JobId("Mail"), TimeProvider = new FixedTime(Now), Critical = zero };

        var report = await CheckReport.ReadAsync(run.Client, options);

        Assert.That(report.State, Is.EqualTo(CheckState.Critical));
        Assert.That(report.ToString(), Does.Contain("1 failure").And.Contain("'failures'=1;"));
    }

    [TestCase(0, 0, 0)]
    [TestCase(1, 0, 0)]
    [TestCase(0, 1, 0)]
    [TestCase(0, 0, 1)]
    [TestCase(700, 3, 2)]
    [TestCase(700, 3, 40)]
    public async Task Failures_AllLevelsAreKnown_AreFoundWithoutReadingTheOthers(int successes, int failures, int stops)
    {
        var items = Enumerable.Repeat(("Success", "A"), successes)
            .Concat(Enumerable.Repeat(("Error", "B"), failures)).Concat(Enumerable.Repeat(("Stop", "C"), stops));
        await using var run = await ServerRun.StartAsync([Runs.Create(Start, "Mail", [.. items])], ApiVersion.V8);

        var report = await FailureReport.ReadAsync(run.Client, Options());

        Assert.That(report.Failures, Is.EqualTo(failures));
        Assert.That(Reads(run), Has.None.Match("^(?!.*type=)(?!.*limit=[12](&|$))"), "no page of everything");
        Assert.That(Reads(run).Count(), Is.LessThan(25));
    }

    [Test]
    public async Task Failures_NumbersDoNotBeginAt1_AreFoundAllTheSame([Values(0, 1, 300)] int unknown)
    {
        var session = Runs.Create(Start, "Mail", [.. Enumerable.Repeat(("Success", "A"), 500), .. Enumerable.Repeat(("Fatal", "B"), unknown), ("Error", "C")]);
        var renumbered = new FakeSession
        {
            JobId = session.JobId, JobName = session.JobName, CreationTime = session.CreationTime, EndTime = session.EndTime, Status = session.Status,
            Items = [.. session.Items.Select(item => item with { Usn = item.Usn + 90_000 })],
        };
        await using var run = await ServerRun.StartAsync([renumbered], ApiVersion.V8);

        var report = await FailureReport.ReadAsync(run.Client, Options());

        Assert.That(report.Failures, Is.EqualTo(unknown + 1));
    }

    [Test]
    public async Task Failures_ItemEndsWhileTheLevelsAreCounted_AreFoundAllTheSame()
    {
        var session = Runs.Create(Start, "Mail", ("Running", "A"), ("Fatal", "B"));
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(
            server.BaseAddress, new PasswordCredential("demo", "demo"), new() { Version = ApiVersion.V8, PrimaryHandler = new EndingHandler(session) });

        var report = await FailureReport.ReadAsync(client, Options());

        Assert.That(report.Groups.Select(group => (group.Level, group.Cause)), Is.EqualTo(new[] { (LogItemLevel.Unknown, "B") }));
    }

    private static FailureReportOptions Options() => new() { Since = Now.AddHours(-24), TimeProvider = new FixedTime(Now) };

    private static IEnumerable<string> Reads(ServerRun run) =>
        run.Server.Requests.Where(request => request.Operation == "ListLogItems").Select(request => request.Query);

    /// <summary>Lets the first item end as soon as the running ones have been counted.</summary>
    private sealed class EndingHandler(FakeSession session) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (request.RequestUri!.Query.Contains("type=Running", StringComparison.Ordinal))
            {
                await response.Content.LoadIntoBufferAsync(cancellationToken);
                session.UpdateItem(session.Items[0] with { Type = "Success" });
            }

            return response;
        }
    }
}

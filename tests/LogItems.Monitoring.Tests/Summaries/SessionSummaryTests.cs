using LogItems.FakeServer;
using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Summaries;

public class SessionSummaryTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

    private static readonly FixedTime Now = new(Start.AddHours(9));

    [Test]
    public async Task ReadAsync_EveryVersion_CountsLevelsAndFindsTheSlowest([Values] ApiVersion version)
    {
        var session = Session(
            Start, minutes: 60, ("Success", "Connected to organization", 0, 1), ("Warning", "Processing mailbox: a@b.c", 1, 20),
            ("Success", "Processing mailbox: b@b.c", 1, 11), ("Success", "Processing site: S", 20, 60));
        await using var run = await ServerRun.StartAsync([session], version);

        var summary = await SessionSummary.ReadAsync(run.Client, session.Id, new() { Slowest = 2, TimeProvider = Now });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(summary.Levels, Is.EqualTo(new Dictionary<LogItemLevel, long> { [LogItemLevel.Success] = 3, [LogItemLevel.Warning] = 1 }));
            Assert.That(summary.Slowest.Select(item => item.Subject?.Name), Is.EqualTo(new[] { "S", "a@b.c" }));
            Assert.That(
                (summary.JobName, summary.Duration, summary.Median),
                Is.EqualTo(("Nightly", (TimeSpan?)TimeSpan.FromMinutes(60), (SessionMedian?)null)));
            Assert.That(summary.Idle, Is.Empty);
        }
    }

    [Test]
    public async Task ReadAsync_TimeWithoutActivity_IsFoundBehindItemsThatTakeTheWholeSession()
    {
        var session = Session(
            Start, minutes: 60, ("Success", "Found 66 objects", 1, 60), ("Success", "Processing mailbox: a@b.c", 5, 20),
            ("Success", "Processing mailbox: b@b.c", 10, 15), ("Success", "Processing site: S", 40, 55));
        await using var run = await ServerRun.StartAsync([session]);

        var summary = await SessionSummary.ReadAsync(run.Client, session.Id);

        Assert.That(summary.Idle, Is.EqualTo(new[]
        {
            new IdleTime(Start, TimeSpan.FromMinutes(5)), new IdleTime(Start.AddMinutes(20), TimeSpan.FromMinutes(20)),
            new IdleTime(Start.AddMinutes(55), TimeSpan.FromMinutes(5)),
        }));
    }

    [Test]
    public async Task ReadAsync_OneObjectAllTheTime_IsNotIdle()
    {
        var session = Session(Start, minutes: 60, ("Success", "Processing mailbox: a@b.c", 0, 60));
        await using var run = await ServerRun.StartAsync([session]);

        Assert.That((await SessionSummary.ReadAsync(run.Client, session.Id)).Idle, Is.Empty);
    }

    [Test]
    public async Task ReadAsync_RunningSession_CountsUntilNow()
    {
        var session = new FakeSessionBuilder(Start).Success("Processing mailbox: a@b.c", TimeSpan.FromHours(1)).Running("Processing mailbox: b@b.c").Build();
        await using var run = await ServerRun.StartAsync([session]);

        var summary = await SessionSummary.ReadAsync(run.Client, session.Id, new() { TimeProvider = Now });

        Assert.That(summary.Duration, Is.EqualTo(TimeSpan.FromHours(9)));
        Assert.That(summary.Slowest.Select(item => item.Subject?.Name), Is.EqualTo(new[] { "b@b.c", "a@b.c" }));
    }

    [Test]
    public async Task ReadAsync_ClockOfTheServerIsAhead_HasNoIdleTimeThatEndsBeforeItBegins()
    {
        var session = new FakeSession
        {
            CreationTime = Start, Status = "Running", JobName = "Nightly",
            Items = [new FakeLogItem { Usn = 1, Message = "Processing site: S", CreationTime = Start.AddMinutes(1), EndTime = Start.AddMinutes(2) }],
        };
        await using var run = await ServerRun.StartAsync([session]);

        var summary = await SessionSummary.ReadAsync(run.Client, session.Id, new() { TimeProvider = new FixedTime(Start.AddMinutes(-5)) });

        Assert.That(summary.Idle, Is.Empty);
    }

    [Test]
    public async Task ReadAsync_EarlierRuns_AreComparedByTheirMedian([Values] ApiVersion version)
    {
        var session = Session(Start, minutes: 60);
        FakeSession[] sessions =
        [
            session,
            Session(Start.AddDays(-1), minutes: 10, transferred: 100 * 1024),
            Session(Start.AddDays(-2), minutes: 40, transferred: 300 * 1024),
            Session(Start.AddDays(-3), minutes: 20, transferred: 200 * 1024),
            Session(Start.AddDays(-4), minutes: 1, status: "Failed"),
            Session(Start.AddDays(-5), minutes: 900),
            Session(Start.AddDays(1), minutes: 900),
            Session(Start.AddDays(-1), minutes: 900, job: "Other"),
        ];
        await using var run = await ServerRun.StartAsync(sessions, version);

        var median = (await SessionSummary.ReadAsync(run.Client, session.Id, new() { Runs = 3 })).Median!;

        Assert.That((median.Runs, median.Duration, median.TransferredBytes), Is.EqualTo((3, (TimeSpan?)TimeSpan.FromMinutes(20), (long?)200 * 1024)));
    }

    [Test]
    public async Task ReadAsync_TwoEarlierRuns_AreComparedByTheirAverage()
    {
        var session = Session(Start, minutes: 60);
        await using var run = await ServerRun.StartAsync([session, Session(Start.AddDays(-1), minutes: 10), Session(Start.AddDays(-2), minutes: 40)]);

        Assert.That((await SessionSummary.ReadAsync(run.Client, session.Id)).Median!.Duration, Is.EqualTo(TimeSpan.FromMinutes(25)));
    }

    [Test]
    public async Task ReadAsync_NoSuchSession_IsTheErrorOfTheApi()
    {
        await using var run = await ServerRun.StartAsync([]);

        await Assert.ThrowsAsync<LogItemsApiException>(() => SessionSummary.ReadAsync(run.Client, Guid.NewGuid()));
    }

    [Test]
    public async Task ReadAsync_InvalidOptions_AreRejected()
    {
        await using var run = await ServerRun.StartAsync([]);

        await Assert.ThrowsAsync<ArgumentException>(() => SessionSummary.ReadAsync(run.Client, Guid.NewGuid(), new() { Slowest = -1 }));
        await Assert.ThrowsAsync<ArgumentException>(() => SessionSummary.ReadAsync(run.Client, Guid.NewGuid(), new() { Runs = 1_001 }));
    }

    [TestCase(0, "Nightly", "Nightly")]
    [TestCase(0, null, "Other")]
    [TestCase(400, null, "Other")]
    public async Task FindLatestAsync_AnyOrder_IsTheOneThatStartedLast(int daysLater, string? job, string expected)
    {
        FakeSession[] sessions = [Session(Start.AddDays(-1), minutes: 5), Session(Start.AddMinutes(1), minutes: 1, job: "Other"), Session(Start, minutes: 5)];
        await using var run = await ServerRun.StartAsync(sessions);

        var latest = await SessionSummary.FindLatestAsync(
            run.Client, job is null ? null : Runs.JobId(job), new FixedTime(Start.AddDays(daysLater).AddHours(1)));

        Assert.That(latest?.Id, Is.EqualTo(expected == "Other" ? sessions[1].Id : sessions[2].Id));
    }

    [Test]
    public async Task FindLatestAsync_NoSessions_IsNull()
    {
        await using var run = await ServerRun.StartAsync([]);

        Assert.That(await SessionSummary.FindLatestAsync(run.Client), Is.Null);
    }

    private static FakeSession Session(DateTimeOffset start, int minutes, params (string Level, string Text, int From, int To)[] items) =>
        Session(start, minutes, 0, "Success", "Nightly", items);

    private static FakeSession Session(
        DateTimeOffset start, int minutes, long transferred = 0, string status = "Success", string job = "Nightly",
        params (string Level, string Text, int From, int To)[] items) => new()
        {
            CreationTime = start,
            EndTime = start.AddMinutes(minutes),
            Status = status,
            JobId = Runs.JobId(job),
            JobName = job,
            Statistics = new() { TransferredDataBytes = transferred },
            Items =
            [
                .. items.Select((item, index) => new FakeLogItem
                {
                    Usn = index + 1, Type = item.Level, Message = item.Text, CreationTime = start.AddMinutes(item.From), EndTime = start.AddMinutes(item.To),
                }),
            ],
        };
}

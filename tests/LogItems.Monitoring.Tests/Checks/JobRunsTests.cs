using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Checks;

public class JobRunsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly CheckOptions Options = new() { TimeProvider = new FixedTime(Now) };

    [Test]
    public async Task Update_NewRun_ReplacesTheLast([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Now.AddHours(-9), "Mail"), Runs.Create(Now.AddDays(-30), "Archive")], version);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        run.Server.AddSession(Runs.Create(Now.AddHours(-3), "Mail", ("Error", "Processing mailbox Anna failed")));

        var updated = await JobRuns.UpdateAsync(run.Client, known, Options);

        (string, DateTimeOffset?, DateTimeOffset?)[] expected =
        [
            ("Archive", Now.AddDays(-30), Now.AddDays(-30)), ("Mail", Now.AddHours(-3), Now.AddHours(-9)),
        ];
        Assert.That(updated.Select(job => (job.Name, job.Last?.StartedAt, job.LastSuccess?.StartedAt)), Is.EqualTo(expected));
    }

    [Test]
    public async Task Update_NewJob_IsReadWithItsHistory()
    {
        await using var run = await ServerRun.StartAsync([Runs.Create(Now.AddHours(-9), "Mail")]);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        run.Server.AddSession(Runs.Create(Now.AddDays(-20), "Archive"));

        var updated = await JobRuns.UpdateAsync(run.Client, known, Options);

        Assert.That(updated.Select(job => (job.Name, job.Last?.StartedAt)), Is.EqualTo(new (string, DateTimeOffset?)[]
        {
            ("Archive", Now.AddDays(-20)), ("Mail", Now.AddHours(-9)),
        }));
    }

    /// <summary>The clock of the server was set back, so that the run ended before what was asked for.</summary>
    [Test]
    public async Task Update_RunInProgressEndedLongBefore_IsFound()
    {
        var running = new FakeServer.FakeSession { JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddDays(-3), Status = "Running" };
        await using var run = await ServerRun.StartAsync([running, Runs.Create(Now.AddHours(-3), "Sites")]);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        running.Finish("Success", Now.AddDays(-2));

        var updated = await JobRuns.UpdateAsync(run.Client, known, Options);

        var mail = updated.Single(job => job.Name == "Mail");
        Assert.That((known.Single(job => job.Name == "Mail").Running?.Id, mail.Running, mail.Last?.Id, mail.LastSuccess?.Id), Is.EqualTo(
            ((Guid?)running.Id, (JobSession?)null, (Guid?)running.Id, (Guid?)running.Id)));
    }

    /// <summary>As after the clock of the server was corrected.</summary>
    [Test]
    public async Task Update_EndTimeInTheFuture_HidesNoLaterRun()
    {
        var future = new FakeServer.FakeSession
        {
            JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddHours(-2), EndTime = Now.AddDays(30), Status = "Success",
        };
        await using var run = await ServerRun.StartAsync([future, Runs.Create(Now.AddDays(-1), "Sites")]);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        run.Server.AddSession(Runs.Create(Now.AddHours(-5), "Sites"));

        var updated = await JobRuns.UpdateAsync(run.Client, known, Options);

        Assert.That(updated.Single(job => job.Name == "Sites").Last?.StartedAt, Is.EqualTo(Now.AddHours(-5)));
    }

    [Test]
    public async Task Update_FailedRunGetsItsEndTime_HasIt()
    {
        var failed = new FakeServer.FakeSession { JobId = Runs.JobId("Mail"), JobName = "Mail", CreationTime = Now.AddHours(-3), Status = "Failed" };
        await using var run = await ServerRun.StartAsync([failed]);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        failed.Finish("Failed", Now.AddHours(-2));

        var updated = await JobRuns.UpdateAsync(run.Client, known, Options);

        Assert.That((known[0].Last?.Id, known[0].Last?.EndedAt, known[0].Running), Is.EqualTo(((Guid?)failed.Id, (DateTimeOffset?)null, (JobSession?)null)));
        Assert.That(updated[0].Last?.EndedAt, Is.EqualTo(Now.AddHours(-2)));
    }

    [Test]
    public async Task Update_NothingNew_AsksForTheJobsAndTheLastHour()
    {
        await using var run = await ServerRun.StartAsync([.. Enumerable.Range(1, 50).Select(hours => Runs.Create(Now.AddHours(-2 * hours), "Mail"))]);
        var known = await JobRuns.ReadAsync(run.Client, Options);
        var before = run.Server.Requests.Count;

        await JobRuns.UpdateAsync(run.Client, known, Options);

        var requests = run.Server.Requests.Skip(before).ToList();
        Assert.That(requests.Select(request => request.Path.Split('/')[^1]), Is.EqualTo(new[] { "Jobs", "JobSessions" }));
        Assert.That(Uri.UnescapeDataString(requests[1].Query), Does.Contain("endTimeLowerBound=2026-11-20T10:00:00"));
    }
}

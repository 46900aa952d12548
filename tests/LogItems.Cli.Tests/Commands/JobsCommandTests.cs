using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class JobsCommandTests : FakeServerFixture
{
    private static readonly FakeSession[] Sessions = [.. Enumerable.Range(1, 3).Select(number => new FakeSession
    {
        JobId = Guid.Parse($"{number}d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"),
        JobName = $"Job {number}",
        Status = "Warning",
        CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero),
        EndTime = new DateTimeOffset(2026, 11, 20, 22, 1, 0, TimeSpan.Zero),
    })];

    protected override FakeServerOptions Options => new() { Sessions = Sessions };

    [Test]
    public async Task Jobs_EveryVersion_ListsThemAll([Values] ApiVersion version)
    {
        var run = await RunAsync($"jobs --format jsonl --api-version {version}");

        Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
        Assert.That(run.JsonLines.Select(job => job.GetProperty("id").GetGuid()), Is.EquivalentTo(Sessions.Select(session => session.JobId)));
        Assert.That(run.JsonLines.Select(job => job.GetProperty("name").GetString()), Is.EquivalentTo(Sessions.Select(session => session.JobName)));
        Assert.That(run.JsonLines, Has.All.Matches<System.Text.Json.JsonElement>(job => job.GetProperty("lastStatus").GetString() == "Warning"
            && job.GetProperty("lastRunAt").GetDateTimeOffset() == Sessions[0].CreationTime
            && job.GetProperty("nextRunAt").GetDateTimeOffset() == Sessions[0].CreationTime.AddDays(1)));
    }

    [Test]
    public async Task Jobs_Table_IsOneLineAJob()
    {
        var run = await RunAsync("jobs --skip 1 --take 1 --api-version v8");

        Assert.That(run.Lines, Has.Count.EqualTo(2));
        Assert.That(
            run.Lines[0],
            Is.EqualTo("ID                                    STATUS   LAST RUN                    ENABLED  NEXT RUN                    NAME"));
        Assert.That(run.Lines[1], Does.Match(@"^[0-9a-f-]{36}  Warning  2026-11-20 22:00:00 \+00:00  yes      2026-11-21 22:00:00 \+00:00  Job [123]$"));
    }
}

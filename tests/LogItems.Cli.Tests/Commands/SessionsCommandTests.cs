using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class SessionsCommandTests : FakeServerFixture
{
    private static readonly FakeSession Failed = new()
    {
        Status = "Failed",
        Details = "Second run",
        JobType = "Copy",
        CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(1)),
        EndTime = new DateTimeOffset(2026, 11, 22, 1, 2, 3, TimeSpan.FromHours(1)),
    };

    protected override FakeServerOptions Options => new() { Sessions = [.. SeedSessions.Create(), Failed] };

    [Test]
    public async Task Sessions_Jsonl_HoldsAllFields()
    {
        var run = await RunAsync("sessions --format jsonl --status failed");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines.Single(), Does.StartWith(
            $$"""{"id":"{{Failed.Id}}","status":"Failed","details":"Second run","startedAt":"2026-11-20T22:00:00.0000000+01:00","endedAt":"2026-11-22T01:02:03.0000000+01:00","jobType":"Copy","links":{"""));
        Assert.That(run.JsonLines[0].GetProperty("links").GetProperty("self").GetString(), Is.EqualTo($"/JobSessions/{Failed.Id}"));
    }

    [Test]
    public async Task Sessions_VersionWithoutJobType_WritesNull()
    {
        var run = await RunAsync("sessions --format jsonl --api-version v6");

        Assert.That(run.Lines, Has.Count.EqualTo(3).And.All.Contain("\"jobType\":null"));
    }

    [Test]
    public async Task Sessions_Csv_HasTheFieldsAsItsHeader()
    {
        var run = await RunAsync("sessions --format csv");

        Assert.That(Csv.Read(run.Out)[0], Is.EqualTo(["id", "status", "details", "startedAt", "endedAt", "jobType", "links", "duration", "issues", "additionalProperties"]));
    }

    [Test]
    public async Task Sessions_Table_ShowsDurationsOfDays()
    {
        var run = await RunAsync("sessions --status Failed");

        Assert.That(run.Lines[0], Is.EqualTo("ID                                    STATUS   STARTED                     DURATION      DETAILS"));
        Assert.That(run.Lines[1], Is.EqualTo($"{Failed.Id}  Failed   2026-11-20 22:00:00 +01:00  1.03:02:03.000  Second run"));
    }

    [Test]
    public async Task Sessions_Take_StopsThere([Values("v2", "v8")] string version)
    {
        var run = await RunAsync($"sessions --take 2 --format jsonl --api-version {version}");

        Assert.That(run.Lines, Has.Count.EqualTo(2));
    }

    [TestCase("--status failed,success", 3)]
    [TestCase("--status Failed --status Running", 1)]
    [TestCase("--since 2026-11-01", 1)]
    [TestCase("--since 2026-11-01 --until 2026-11-21T00:00Z", 0)]
    [TestCase("--skip 1 --take 1", 1)]
    public async Task Sessions_Filters_LeaveTheOthersOut(string filters, int expected)
    {
        var run = await RunAsync($"sessions --format jsonl {filters}");

        Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((0, expected)), run.Error);
        Assert.That(run.Error, Is.EqualTo(expected == 0 ? "No sessions match.\n" : ""));
    }

    [Test]
    public async Task Sessions_SinceAgo_CountsFromNow()
    {
        var time = new FixedTime(Failed.EndTime!.Value.AddHours(2));
        foreach (var (since, expected) in new[] { ("119m", 0), ("2h", 1), ("3h", 1), ("1d", 1) })
        {
            using var output = new StringWriter();
            var host = new CommandEnvironment { Out = output, Error = TextWriter.Null, Variable = Environment.GetValueOrDefault, Time = time };

            Assert.That(await Program.RunAsync(["sessions", "--format", "jsonl", "--since", since], host, CancellationToken.None), Is.Zero);
            Assert.That(output.ToString().Count(c => c == '\n'), Is.EqualTo(expected), since);
        }
    }

    [Test]
    public async Task Sessions_SinceThatIsNoTime_IsUsage([Values("soon", "7", "7w", "11/20/2026")] string since)
    {
        var run = await RunAsync($"sessions --since {since}");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain($"--since is '{since}'"));
    }

    [Test]
    public async Task Sessions_Job_LeavesTheOthersOut([Values("v7", "v8")] string version)
    {
        var job = Guid.NewGuid();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [Failed, new() { JobId = job, CreationTime = Failed.CreationTime }] });

        var run = await ToolRun.StartAsync($"sessions --job {job} --format jsonl --api-version {version} --server {server.BaseAddress}", Environment);

        Assert.That((run.ExitCode, run.Lines.Count), Is.EqualTo((0, 1)), run.Error);
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}

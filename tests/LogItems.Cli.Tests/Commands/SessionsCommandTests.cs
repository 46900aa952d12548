using LogItems.Cli.Hosting;
using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Time.Testing;

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
        JobId = Guid.Parse("7d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"),
        JobName = "Nightly backup of all sites and mailboxes",
        Statistics = new()
        {
            ProcessingRateBytesPS = 98_010, ProcessingRateItemsPS = 20, ReadRateBytesPS = 5_383_429, WriteRateBytesPS = 2_184,
            TransferredDataBytes = 98_142_970, ProcessedObjects = 377, Bottleneck = "Source",
        },
    };

    protected override FakeServerOptions Options => new() { Sessions = [.. SeedSessions.Create(), Failed] };

    [Test]
    public async Task Sessions_Jsonl_HoldsAllFields()
    {
        var run = await RunAsync("sessions --format jsonl --status failed");

        Assert.That(run.ExitCode, Is.Zero);
        Assert.That(run.Lines.Single(), Does.StartWith(
            $$"""
            {"id":"{{Failed.Id}}","status":"Failed","details":"Second run","startedAt":"2026-11-20T22:00:00.0000000+01:00",
            "endedAt":"2026-11-22T01:02:03.0000000+01:00","jobType":"Copy","links":{
            """.ReplaceLineEndings("")));
        Assert.That(run.JsonLines[0].GetProperty("links").GetProperty("self").GetString(), Is.EqualTo($"/JobSessions/{Failed.Id}"));
    }

    [TestCase("--order desc --take 1", "2026-11-20")]
    [TestCase("--order desc --skip 2", "2017-04-04")]
    [TestCase("--order asc --take 1", "2017-04-04")]
    [TestCase("--order asc --skip 1 --take 1 --api-version v2", "2021-02-26")]
    public async Task Sessions_Order_SortsAllSessionsByStartTime(string options, string expectedDay)
    {
        var run = await RunAsync($"sessions --format jsonl {options}");

        Assert.That(run.JsonLines.Single().GetProperty("startedAt").GetString(), Does.StartWith(expectedDay));
    }

    [Test]
    public async Task Sessions_JobType_OnlyThoseSessions()
    {
        var run = await RunAsync("sessions --format jsonl --job-type copy");

        Assert.That(run.JsonLines.Select(session => session.GetProperty("id").GetGuid()), Is.EqualTo([Failed.Id]));
    }

    [Test]
    public async Task Sessions_JobTypeInAVersionWithoutIt_IsUsage()
    {
        var run = await RunAsync("sessions --job-type Copy --api-version v5");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.Contain("jobType").And.Contain("v6"));
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

        Assert.That(Csv.Read(run.Out)[0], Is.EqualTo([
            "id", "status", "details", "startedAt", "endedAt", "jobType", "links", "duration", "issues", "additionalProperties", "jobId", "jobName",
            "statistics", "progress", "retryCount", "jobWillBeRetried", "mainSessionId", "jobSessionConfigType", "repositoryId", "proxyId", "proxyPoolId",
            "eTag",
        ]));
    }

    [Test]
    public async Task Sessions_Table_ShowsDurationsOfDays()
    {
        var run = await RunAsync("sessions --status Failed");

        Assert.That(run.Lines[0], Is.EqualTo(
            "ID                                    STATUS   STARTED                     DURATION      TRANSFERRED        RATE   OBJECTS  BOTTLENECK  JOB"));
        Assert.That(run.Lines[1], Is.EqualTo(
            $"{Failed.Id}  Failed   2026-11-20 22:00:00 +01:00  1.03:02:03       93.6 MiB   98.0 KB/s       377  Source      {Failed.JobName}"));
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
        var time = new FakeTimeProvider(Failed.EndTime!.Value.AddHours(2));
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
    public async Task Sessions_Job_IsFoundByNameAndIdInEveryVersion([Values] ApiVersion version)
    {
        foreach (var job in new[] { $"{Failed.JobId}", Failed.JobName.ToUpperInvariant() })
        {
            var run = await ToolRun.StartAsync(["sessions", "--job", job, "--format", "jsonl", "--api-version", $"{version}"], Environment);

            Assert.That((run.ExitCode, run.Error), Is.EqualTo((0, "")));
            Assert.That(run.JsonLines.Single().GetProperty("id").GetGuid(), Is.EqualTo(Failed.Id));
        }
    }

    [Test]
    public async Task Sessions_UnknownJob_IsUsage()
    {
        var run = await RunAsync("sessions --job Nightly");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
        Assert.That(run.Error, Does.StartWith("logitems: No job is named 'Nightly'. Run logitems jobs to list the jobs."));
    }

    [Test]
    public async Task Sessions_EveryVersion_ShowsJobAndStatistics([Values] ApiVersion version)
    {
        var run = await ToolRun.StartAsync($"sessions --status Failed --format jsonl --api-version {version}", Environment);

        var session = run.JsonLines.Single();
        Assert.That(session.GetProperty("jobId").GetGuid(), Is.EqualTo(Failed.JobId));
        Assert.That(session.GetProperty("jobName").GetString(), Is.EqualTo(Failed.JobName));
        Assert.That(session.GetProperty("statistics").GetProperty("processedObjects").GetInt64(), Is.EqualTo(377));
        Assert.That(session.GetProperty("statistics").GetProperty("bottleneck").GetString(), Is.EqualTo("Source"));
        Assert.That(
            session.GetProperty("statistics").GetProperty("transferredDataBytes").GetInt64(),
            Is.EqualTo(Failed.Statistics.TransferredDataBytes).Within(version > ApiVersion.V2 ? 0 : 1).Percent);
    }

    [Test]
    public async Task Sessions_JobsMayNotBeRead_HaveNoNames()
    {
        await using var server = await StubServer.StartAsync(context =>
        {
            context.Response.StatusCode = context.Request.Path.Value!.EndsWith("/Jobs", StringComparison.Ordinal) ? 403 : 200;
            return context.Response.WriteAsync(
                """{"results":[{"id":"be376069-2865-4156-a9bc-825cef7d687e","jobId":"7d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d"}]}""");
        });

        var run = await ToolRun.StartAsync($"sessions --format jsonl --fields jobId,jobName --server {server.Address} --api-version v8 --token T");

        Assert.That(run.Out, Is.EqualTo("""{"jobId":"7d3b2c1a-0f5e-4a6b-8c9d-1e2f3a4b5c6d","jobName":null}""" + "\n"));
    }

    [Test]
    public async Task Sessions_TerminalOf80Columns_TakesTwoLines()
    {
        using var terminal = new FakeTerminal(width: 80);
        var host = new CommandEnvironment { Out = terminal, Error = TextWriter.Null, Variable = Environment.GetValueOrDefault, Size = () => terminal.Size };

        Assert.That(await Program.RunAsync(["sessions", "--status", "Failed"], host, CancellationToken.None), Is.Zero);
        Assert.That(terminal.Text, Is.EqualTo(
            $"""
            ID                                    STATUS   STARTED              DURATION
              TRANSFERRED        RATE   OBJECTS  BOTTLENECK  JOB
            {Failed.Id}  Failed   2026-11-20 22:00:00  1.03:02:03
                 93.6 MiB   98.0 KB/s       377  Source      Nightly backup of all sites and
                                                             mailboxes
            """));
    }
}

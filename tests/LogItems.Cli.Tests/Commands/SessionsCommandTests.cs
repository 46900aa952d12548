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

        Assert.That(Csv.Read(run.Out)[0], Is.EqualTo(["id", "status", "details", "startedAt", "endedAt", "jobType", "links"]));
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
}

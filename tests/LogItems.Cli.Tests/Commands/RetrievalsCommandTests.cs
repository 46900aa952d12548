using LogItems.Cli.Tests.Support;
using LogItems.FakeServer;

namespace LogItems.Cli.Tests.Commands;

internal sealed class RetrievalsCommandTests : FakeServerFixture
{
    private static readonly FakeSession Retrieval = new()
    {
        Kind = FakeSessionKind.DataRetrieval,
        Details = "Retrieve Sales",
        Status = "Success",
        CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero),
        EndTime = new DateTimeOffset(2026, 11, 20, 22, 1, 0, TimeSpan.Zero),
        Items = [new FakeLogItem { Usn = 1, Message = "Retrieval job started", CreationTime = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.Zero) }],
    };

    protected override FakeServerOptions Options => new() { Sessions = [.. SeedSessions.Create(), Retrieval] };

    [Test]
    public async Task Retrievals_Id_IsTheOneForList([Values("v6", "v7", "v8")] string version)
    {
        var run = await RunAsync($"retrievals --format jsonl --api-version {version}");
        var session = run.JsonLines.Single();
        var items = await RunAsync($"list {session.GetProperty("id")} --data-retrieval --format jsonl --api-version {version}");

        Assert.That(session.GetProperty("name").GetString(), Is.EqualTo("Retrieve Sales"));
        Assert.That((session.GetProperty("type").GetString(), session.GetProperty("status").GetString()), Is.EqualTo(("Retrieve", "Success")));
        Assert.That(session.GetProperty("duration").GetString(), Is.EqualTo("00:01:00"));
        Assert.That(items.JsonLines.Single().GetProperty("text").GetString(), Is.EqualTo("Retrieval job started"));
    }

    [Test]
    public async Task Retrievals_VersionWithoutThem_IsUsage()
    {
        var run = await RunAsync("retrievals --api-version v5");

        Assert.That((run.ExitCode, run.Out), Is.EqualTo((2, "")));
    }
}

using LogItems.Monitoring.Tests.Support;

namespace LogItems.Monitoring.Tests.Sessions;

public class SessionLevelsTests
{
    private static readonly DateTimeOffset Night = new(2026, 11, 20, 2, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Count_Session_IsThatOfItsItems([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var session = Runs.Create(Night, "Mail", [
            .. Enumerable.Repeat(("Success", "Processing mailbox finished"), 133), ("Warning", "Quota"), ("Error", "Not found"), ("Error", "Not found"),
            ("Stop", "Stopped"),
        ]);
        await using var run = await ServerRun.StartAsync([session], version);

        var counts = await SessionLevels.CountAsync(run.Client, session.Id);

        Assert.That(counts, Is.EquivalentTo(new Dictionary<LogItemLevel, long>
        {
            [LogItemLevel.Success] = 133, [LogItemLevel.Warning] = 1, [LogItemLevel.Error] = 2, [LogItemLevel.Stop] = 1,
        }));
    }

    [Test]
    public async Task Count_UnknownLevels_AreCounted()
    {
        var session = Runs.Create(Night, "Mail", ("Success", "Done"), ("Catastrophe", "The building burns"), ("Catastrophe", "Still"));
        await using var run = await ServerRun.StartAsync([session]);

        var counts = await SessionLevels.CountAsync(run.Client, session.Id);

        Assert.That(counts, Is.EquivalentTo(new Dictionary<LogItemLevel, long> { [LogItemLevel.Success] = 1, [LogItemLevel.Unknown] = 2 }));
    }

    [Test]
    public async Task Count_NewestVersion_ReadsFewItems()
    {
        var session = Runs.Create(Night, "Mail", [.. Enumerable.Repeat(("Success", "Processing mailbox finished"), 5_000), ("Error", "Not found")]);
        await using var run = await ServerRun.StartAsync([session], ApiVersions.Newest);

        await SessionLevels.CountAsync(run.Client, session.Id);

        var lists = run.Server.Requests.Where(request => request.Path.EndsWith("LogItems", StringComparison.OrdinalIgnoreCase)).ToList();
        Assert.That(lists, Has.Count.LessThan(12).And.All.Property("Query").Contains("limit=").And.None.Property("Query").Contains("limit=1000"));
    }

    [Test]
    public async Task Count_NoItems_IsEmpty([Values] bool isNewest)
    {
        var session = Runs.Create(Night, "Mail");
        await using var run = await ServerRun.StartAsync([session], isNewest ? ApiVersions.Newest : ApiVersions.All[0]);

        Assert.That(await SessionLevels.CountAsync(run.Client, session.Id), Is.Empty);
    }
}

namespace LogItems.FakeServer.Tests;

/// <summary>The C# of the package's README runs.</summary>
public class ReadmeTests
{
    [Test]
    public async Task Example_ReadByTheClient_GivesWhatTheServerWasGiven()
    {
        var lastNight = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

        var session = new FakeSessionBuilder(lastNight).Success("Connected to organization").Warning("Mailbox was not found").Build();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"));

        var read = (await client.GetJobSessionsPageAsync()).Results.Single();
        var item = (await client.GetLogItemsPageAsync(read.Id)).Results.Last();
        Assert.That(read.Status, Is.EqualTo(JobSessionStatus.Warning));
        Assert.That(
            (item.Level, item.Text, item.StartedAt),
            Is.EqualTo((LogItemLevel.Warning, "Mailbox was not found", (DateTimeOffset?)lastNight.AddSeconds(1))));
        Assert.That(server.Requests.Count(request => request.Operation == "ListLogItems"), Is.EqualTo(1));
    }

    [Test]
    public async Task ExampleOfARunningSession_Followed_EndsWithItsWarning()
    {
        var lastNight = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

        var session = new FakeSessionBuilder(lastNight).Success("Connected to organization").Running("Processing mailbox: adele.vance").Build();
        await using var server = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        session.UpdateItem(session.Items[1] with { Type = "Warning", EndTime = lastNight.AddMinutes(5) });
        session.Finish("Warning", lastNight.AddMinutes(6));

        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"));
        var items = await client.FollowLogItemsAsync(session.Id).ToListAsync();
        Assert.That(items.Select(item => (item.Level, item.Text)), Is.EqualTo(new[]
        {
            (LogItemLevel.Success, "Connected to organization"), (LogItemLevel.Warning, "Processing mailbox: adele.vance"),
        }));
    }
}

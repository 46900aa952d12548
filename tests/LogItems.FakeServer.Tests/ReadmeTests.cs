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
        Assert.That((item.Level, item.Text, item.StartedAt), Is.EqualTo((LogItemLevel.Warning, "Mailbox was not found", (DateTimeOffset?)lastNight.AddSeconds(1))));
        Assert.That(server.Requests.Count(request => request.Operation == "ListLogItems"), Is.EqualTo(1));
    }
}

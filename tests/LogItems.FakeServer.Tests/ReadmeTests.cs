namespace LogItems.FakeServer.Tests;

/// <summary>The C# of the package's README runs.</summary>
public class ReadmeTests
{
    [Test]
    public async Task Example_ReadByTheClient_GivesWhatTheServerWasGiven()
    {
        var lastNight = new DateTimeOffset(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3));

        await using var server = await FakeLogItemsServer.StartAsync(new()
        {
            Sessions =
            [
                new FakeSession
                {
                    CreationTime = lastNight,
                    Status = "Warning",
                    Items = [new FakeLogItem { Type = "Warning", Message = "Mailbox was not found", CreationTime = lastNight }],
                },
            ],
        });
        using var client = new LogItemsClient(server.BaseAddress, new PasswordCredential("demo", "demo"));

        var session = (await client.ListJobSessionsAsync()).Results.Single();
        var item = (await client.ListLogItemsAsync(session.Id)).Results.Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(session.Status, Is.EqualTo(JobSessionStatus.Warning));
            Assert.That((item.Level, item.Text, item.StartedAt), Is.EqualTo((LogItemLevel.Warning, "Mailbox was not found", (DateTimeOffset?)lastNight)));
            Assert.That(server.Requests.Select(request => request.Path), Does.Contain("/v8/JobSessions"));
        }
    }
}

using LogItems;
using LogItems.FakeServer;

namespace NightWatch.Tests;

public class BackupServerTests
{
    [Test]
    public async Task Connect_Server_IsAskedForPagesOf500()
    {
        await using var fake = await FakeLogItemsServer.StartAsync();
        using var client = BackupServer.Connect(fake.BaseAddress, new PasswordCredential("demo", "demo"));
        await foreach (var item in client.GetLogItemsAsync(SeedSessions.V3SessionId))
        {
            Assert.That(item.Level, Is.EqualTo(LogItemLevel.Success));
        }

        Assert.That(fake.Requests[^1].Query, Is.EqualTo("?offset=0&limit=500"));
    }
}

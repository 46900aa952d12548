using LogItems;
using LogItems.FakeServer;
using Microsoft.Extensions.DependencyInjection;

namespace NightWatch.Tests;

public class NightReportTests
{
    [Test]
    public async Task Write_SessionWithAWarning_HasItsText([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Sessions = [Session()] });
        await using var services = new ServiceCollection()
            .AddLogItemsClient(options =>
            {
                options.Server = fake.BaseAddress;
                options.Version = version;
                options.Credential = new PasswordCredential("demo", "demo");
            })
            .Services.AddSingleton<NightReport>().BuildServiceProvider();

        List<string> lines = [];
        await foreach (var line in services.GetRequiredService<NightReport>().WriteAsync())
        {
            lines.Add(line);
        }

        Assert.That(string.Join('\n', lines), Is.EqualTo("2026-11-20 19:00:02Z Mailbox was not found"));
    }

    private static FakeSession Session() => new()
    {
        Status = "Warning",
        CreationTime = new(2026, 11, 20, 22, 0, 0, TimeSpan.FromHours(3)),
        Items =
        [
            new() { Usn = 1, Message = "Connected to organization", CreationTime = new(2026, 11, 20, 22, 0, 1, TimeSpan.FromHours(3)) },
            new() { Usn = 2, Type = "Warning", Message = "Mailbox was not found", CreationTime = new(2026, 11, 20, 22, 0, 2, TimeSpan.FromHours(3)) },
        ],
    };
}

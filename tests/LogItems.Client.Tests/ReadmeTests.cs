using System.Runtime.CompilerServices;
using LogItems.FakeServer;
using RichardSzalay.MockHttp;

namespace LogItems.Client.Tests;

/// <summary>The C# of the README is the body of a test here, to the letter, and runs; what it writes to the console is captured.</summary>
[NonParallelizable]
public class ReadmeTests
{
    [Test]
    public async Task Example_AgainstAServer_PrintsTheWarnings()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Username = @"CONTOSO\operator", Sessions = [Session()] });
        var (server, password) = (fake.BaseAddress, "demo");
        var output = new StringWriter();
        var console = Console.Out;
        Console.SetOut(output);
        try
        {
            using var client = new LogItemsClient(server, new PasswordCredential(@"CONTOSO\operator", password));

            await foreach (var session in client.GetJobSessionsAsync(status: JobSessionStatus.Warning))
            {
                await foreach (var item in client.GetLogItemsAsync(session.Id, LogItemLevel.Warning))
                {
                    Console.WriteLine($"{item.StartedAt:u} {item.Duration} {item.Text}");
                }
            }
        }
        finally
        {
            Console.SetOut(console);
        }

        Assert.That(output.ToString(), Is.EqualTo($"2026-11-20 19:00:05Z 00:00:01 Mailbox was not found{Environment.NewLine}"));
    }

    [Test]
    public async Task ExampleOfATest_AgainstTheFakeServer_ReadsTheSession()
    {
        var lastNight = Time(0);

        var session = new FakeSessionBuilder(lastNight).Success("Connected to organization").Warning("Mailbox was not found").Build();
        await using var fake = await FakeLogItemsServer.StartAsync(new() { Sessions = [session] });
        using var client = new LogItemsClient(fake.BaseAddress, new PasswordCredential("demo", "demo"));

        var items = await client.GetLogItemsAsync(session.Id).ToListAsync();
        Assert.That(items.Select(item => item.Text), Is.EqualTo(new[] { "Connected to organization", "Mailbox was not found" }));
        Assert.That(fake.Requests.Count(request => request.Operation == "ListLogItems"), Is.EqualTo(1));
    }

    [Test]
    public async Task ExampleOfThePackage_WithoutASocket_GivesWhatTheStubAnswers()
    {
        using var stub = new MockHttpMessageHandler();
        stub.When("https://backup/v8/JobSessions/*/LogItems").Respond("application/json", """
            { "results": [{ "id": "be376069-2865-4156-a9bc-825cef7d687e", "usn": 1, "type": "Warning", "message": "Mailbox was not found" }] }
            """);
        stub.Fallback.Throw(new InvalidOperationException("Not expected."));
        using var http = new HttpClient(stub) { BaseAddress = new Uri("https://backup/v8") };
        using var client = new LogItemsClient(http);

        var items = new List<LogItem>();
        await foreach (var item in client.GetLogItemsAsync(Guid.NewGuid()))
        {
            items.Add(item);
        }

        Assert.That(items.Select(item => (item.Level, item.Text)), Is.EqualTo(new[] { (LogItemLevel.Warning, "Mailbox was not found") }));
        Assert.That(async () => await client.GetJobSessionAsync(Guid.NewGuid()), Throws.InvalidOperationException);
    }

    [Test]
    public void CSharpOfTheReadme_IsABodyOfATestHere([ValueSource(nameof(Blocks))] string block) =>
        Assert.That(Flat(File.ReadAllText(ThisFile())), Does.Contain(Flat(block)));

    private static FakeSession Session() => new()
    {
        Status = "Warning",
        CreationTime = Time(0),
        EndTime = Time(59),
        Items =
        [
            new FakeLogItem { Usn = 1, Type = "Success", Message = "Connected to organization", CreationTime = Time(1), EndTime = Time(2) },
            new FakeLogItem { Usn = 2, Type = "Warning", Message = "Mailbox was not found", CreationTime = Time(5), EndTime = Time(6) },
        ],
    };

    private static DateTimeOffset Time(int seconds) => new(2026, 11, 20, 22, 0, seconds, TimeSpan.FromHours(3));

    private static IEnumerable<string> Blocks() =>
        File.ReadAllText(Path.Combine(Repository.Root, "README.md")).Split("```csharp\n").Skip(1).Select(part => part.Split("```")[0]);

    private static string Flat(string text) => string.Join('\n', text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}

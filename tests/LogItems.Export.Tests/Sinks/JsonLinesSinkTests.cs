using System.Text.Json;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Microsoft.Extensions.Time.Testing;

namespace LogItems.Export.Tests.Sinks;

public class JsonLinesSinkTests
{
    private TemporaryFolder _folder = null!;
    private SqliteCheckpointStore _store = null!;

    [SetUp]
    public void SetUp()
    {
        _folder = new TemporaryFolder();
        _store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
    }

    [TearDown]
    public async Task TearDown()
    {
        await _store.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task WriteAsync_SessionWithItems_WritesARecordALine()
    {
        var session = new FakeSessionBuilder(ExportServers.Night)
            .Success("Mailboxes enumerated")
            .Warning("Processing mailbox Anna finished with warning: Quota of 50 GB exceeded").Build();
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await using var sink = new JsonLinesSink(_folder.File("out"));

        await sink.RunOnceAsync(_store, null, ExportServers.Of(server));

        var records = Lines().Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.That(records.Select(record => record.GetProperty("record").GetString()), Is.EqualTo(new[] { "session", "item", "item" }));
        Assert.That(records[0].GetProperty("status").GetString(), Is.EqualTo("Warning"));
        Assert.That(records[2].GetProperty("key").GetGuid(), Is.EqualTo(session.Items[1].Id));
        Assert.That(records[2].GetProperty("labels").GetProperty("customer").GetString(), Is.EqualTo("Contoso"));
        Assert.That(records[2].GetProperty("startedAt").GetDateTimeOffset().EqualsExact(session.Items[1].CreationTime));
        Assert.That(records[2].GetProperty("object").GetString(), Is.EqualTo("Anna"));
        Assert.That(records[2].GetProperty("cause").GetString(), Is.EqualTo("Quota of {size} exceeded"));
    }

    [Test]
    public async Task InitializeAsync_LineThatWasCutOff_IsRemoved()
    {
        Directory.CreateDirectory(_folder.File("out"));
        var torn = Path.Combine(_folder.File("out"), "logitems-20261128T220000Z-1.jsonl");
        await File.WriteAllTextAsync(torn, "{\"record\":\"item\"}\n{\"record\":\"it");
        await using var sink = new JsonLinesSink(_folder.File("out"));

        await sink.InitializeAsync();

        Assert.That(await File.ReadAllTextAsync(torn), Is.EqualTo("{\"record\":\"item\"}\n"));
    }

    [Test]
    public async Task WriteAsync_FileIsFullOrTheDayHasEnded_BeginsAFile()
    {
        var time = new FakeTimeProvider(ExportServers.Night);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(3, 10, seed: 1) });
        await using var sink = new JsonLinesSink(_folder.File("out"), maxFileSize: 1, time);
        await sink.RunOnceAsync(_store, new ExportOptions { BatchSize = 10 }, ExportServers.Of(server));

        Assert.That(
            Directory.GetFiles(_folder.File("out")).Select(Path.GetFileName).Order(),
            Is.EqualTo(new[] { "logitems-20261128T210000Z-1.jsonl", "logitems-20261128T210000Z-2.jsonl", "logitems-20261128T210000Z-3.jsonl" }));
    }

    private IEnumerable<string> Lines() => Directory.GetFiles(_folder.File("out")).Order().SelectMany(File.ReadAllLines);
}

using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using LogItems.Tests.DuckDb;

namespace LogItems.Export.DuckDb.Tests;

/// <summary>Export to a DuckDB database.</summary>
public class DuckDbSinkTests
{
    private TemporaryFolder _folder = null!;

    private string Database => _folder.File("backups.duckdb");

    [SetUp]
    public void SetUp() => _folder = new TemporaryFolder();

    [TearDown]
    public void TearDown() => _folder.Dispose();

    [Test]
    public async Task RunOnceAsync_EveryVersion_FillsTheTables([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 4, items: 120, seed: 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await ExportAsync(ExportServers.Of(server, version: version));

        Assert.That(results["a"], Is.EqualTo(new PollResult(4, 480, 0, null)));
        var items = sessions.SelectMany(session => session.Items).ToList();
        Assert.That(Read("SELECT item_key FROM logitems.items", row => row.GetGuid(0)), Is.EquivalentTo(items.Select(item => item.Id)));
        Assert.That(
            Read("SELECT item_key FROM logitems.failures WHERE customer = 'Contoso'", row => row.GetGuid(0)),
            Is.EquivalentTo(items.Where(item => item.Type is "Warning" or "Error").Select(item => item.Id)));
        Assert.That(Read("SELECT session_id FROM logitems.sessions", row => row.GetGuid(0)), Is.EquivalentTo(sessions.Select(session => session.Id)));
    }

    [Test]
    public async Task RunOnceAsync_Values_AreThoseOfTheItemWithoutU0000()
    {
        var item = new FakeLogItem { Usn = 7, Message = "a\0b \U0001F600", CreationTime = ExportServers.Night.AddTicks(12_345_670), EndTime = null };
        var session = new FakeSession { CreationTime = ExportServers.Night, EndTime = ExportServers.Night.AddHours(1), Items = [item] };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });

        await ExportAsync(ExportServers.Of(server));

        Assert.That(
            Read(
                "SELECT usn, text, epoch_us(started_at), ended_at IS NULL FROM logitems.log_items",
                row => (row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetBoolean(3))),
            Is.EqualTo(new[] { (7L, "a\uFFFDb \U0001F600", (item.CreationTime.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, true) }));
    }

    [Test]
    public async Task RunOnceAsync_RunningSession_ReplacesWhatHasEnded()
    {
        var session = ExportServers.RunningSession(items: 9);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await ExportAsync(ExportServers.Of(server));
        session.Finish("Failed", ExportServers.Night.AddHours(1));

        await ExportAsync(ExportServers.Of(server));

        Assert.That(
            Read("SELECT level, count(*) FROM logitems.items GROUP BY level ORDER BY level", row => (row.GetString(0), row.GetInt64(1))),
            Is.EqualTo(new[] { ("Error", 1L), ("Success", 9L) }));
        Assert.That(Read("SELECT status FROM logitems.sessions", row => row.GetString(0)), Is.EqualTo(new[] { "Failed" }));
    }

    [Test]
    public async Task RunOnceAsync_CheckpointWasLost_ReplacesTheItems()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await ExportAsync(ExportServers.Of(server));
        Directory.GetFiles(_folder.Path, "checkpoints.db*").ToList().ForEach(File.Delete);

        var results = await ExportAsync(ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 10, 0, null)));
        Assert.That(DuckDbQuery.Count("logitems.items", Database), Is.EqualTo(10));
    }

    [Test]
    public async Task RunOnceAsync_LabelsHaveChanged_AreThoseOfTheFleet()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.RunningSession(1)] });
        await ExportAsync(ExportServers.Of(server));
        Directory.GetFiles(_folder.Path, "checkpoints.db*").ToList().ForEach(File.Delete);

        await ExportAsync(ExportServers.Of(server) with { Labels = new Dictionary<string, string> { ["customer"] = "Fabrikam", ["site"] = "south" } });

        Assert.That(
            Read("SELECT DISTINCT customer, site FROM logitems.log_items", row => (row.GetString(0), row.GetString(1))),
            Is.EqualTo(new[] { ("Fabrikam", "south") }));
    }

    [Test]
    public async Task WriteAsync_BatchFailsInTheMiddle_LeavesNothingAndWritesTheNext()
    {
        var broken = Batch(new BrokenItems(100, () => throw new InvalidOperationException("The reader has failed.")));
        await using (var sink = new DuckDbSink(Database))
        {
            await sink.InitializeAsync();
            Assert.That(async () => await sink.WriteAsync(broken), Throws.InvalidOperationException.With.Message.EqualTo("The reader has failed."));
            await sink.WriteAsync(Batch([new ExportItem(Guid.NewGuid(), LogItemsModelFactory.LogItem(usn: 7))]));
        }

        Assert.That(Read("SELECT usn FROM logitems.items", row => row.GetInt64(0)), Is.EqualTo(new[] { 7L }));

        static ExportBatch Batch(IReadOnlyList<ExportItem> items) => new(
            "a",
            new Dictionary<string, string>(),
            [new ExportSession(LogItemsModelFactory.JobSession(Guid.NewGuid()), "Mail", items, IsNew: true)],
            ExportServers.Night);
    }

    [Test]
    public void Constructor_FileHasTheNameOfTheSchema_IsRefused() =>
        Assert.That(() => new DuckDbSink(_folder.File("LogItems.duckdb")), Throws.ArgumentException.With.Message.Contains("Use another name"));

    [Test]
    public async Task InitializeAsync_FileIsNoDatabase_IsRefused()
    {
        await File.WriteAllTextAsync(Database, "Not a database");
        await using var sink = new DuckDbSink(Database);

        Assert.That(
            () => sink.InitializeAsync(),
            Throws.InstanceOf<IOException>().With.Message.StartsWith($"Opening the DuckDB database '{Database}' failed."));
    }

    [Test]
    public async Task InitializeAsync_TablesOfANewerVersion_IsRefused()
    {
        await using (var sink = new DuckDbSink(Database))
        {
            await sink.InitializeAsync();
        }

        Read("UPDATE logitems.schema_version SET version = 1000", _ => 0);
        await using var older = new DuckDbSink(Database);

        Assert.That(() => older.InitializeAsync(), Throws.InvalidOperationException.With.Message.Contains("version 1000"));
    }

    private async Task<IReadOnlyDictionary<string, PollResult>> ExportAsync(params ExportServer[] servers)
    {
        await using var store = SqliteCheckpointStore.Open(_folder.File("checkpoints.db"));
        await using var sink = new DuckDbSink(Database);
        return await sink.RunOnceAsync(store, new ExportOptions { BatchSize = 50 }, servers);
    }

    private List<T> Read<T>(string sql, Func<System.Data.Common.DbDataReader, T> read) => DuckDbQuery.Read(sql, read, Database);
}

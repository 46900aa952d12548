using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using Npgsql;

namespace LogItems.Export.Tests.Postgres;

/// <summary>Export to a real PostgreSQL.</summary>
public class PostgresTests : PostgresFixture
{
    [Test]
    public async Task RunOnceAsync_EveryVersion_FillsTheTables([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 4, items: 120, seed: 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        var results = await ExportAsync(ExportServers.Of(server, version: version));

        Assert.That(results["a"], Is.EqualTo(new PollResult(4, 480, 0, null)));
        var items = sessions.SelectMany(session => session.Items).ToList();
        Assert.That(await ReadAsync("SELECT item_key FROM logitems.items", row => row.GetGuid(0)), Is.EquivalentTo(items.Select(item => item.Id)));
        Assert.That(
            await ReadAsync("SELECT item_key FROM logitems.failures WHERE customer = 'Contoso'", row => row.GetGuid(0)),
            Is.EquivalentTo(items.Where(item => item.Type is "Warning" or "Error").Select(item => item.Id)));
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
            await ReadAsync(
                "SELECT level, count(*), max(ended_at) FROM logitems.items GROUP BY level ORDER BY level", row => (row.GetString(0), row.GetInt64(1))),
            Is.EqualTo(new[] { ("Error", 1L), ("Success", 9L) }));
        Assert.That(await ReadAsync("SELECT status FROM logitems.sessions", row => row.GetString(0)), Is.EqualTo(new[] { "Failed" }));
        Assert.That(await CountAsync("logitems.checkpoint_items"), Is.Zero);
    }

    [Test]
    public async Task RunOnceAsync_CheckpointWasDeleted_ReplacesTheItems()
    {
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await ExportAsync(ExportServers.Of(server));
        await ExecuteAsync("DELETE FROM logitems.checkpoint_sessions");
        await ExecuteAsync("UPDATE logitems.servers SET horizon = NULL, listed_all_at = NULL");

        var results = await ExportAsync(ExportServers.Of(server));

        Assert.That(results["a"], Is.EqualTo(new PollResult(1, 10, 0, null)));
        Assert.That(await CountAsync("logitems.items"), Is.EqualTo(10));
    }

    [Test]
    public async Task Query_OfTheReadme_CountsTheFailuresOfTheLastWeekByCustomer()
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [ExportServers.FailuresOfYesterday(), ExportServers.Session(3)] });
        await ExportAsync(ExportServers.Of(server));

        var rows = await ReadAsync(Query(), row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)));

        Assert.That(rows, Is.EqualTo(new[] { ("Contoso", "Anna", "Quota of {size} exceeded", 2L) }));

        static string Query([System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", "LogItems.Export", "README.md"))
                .Split("```sql\n")[1].Split("```")[0];
    }

    [Test]
    public async Task RunOnceAsync_TextThatPostgresRefuses_IsReplaced()
    {
        var item = new FakeLogItem { Usn = 1, Message = "a\0b", CreationTime = ExportServers.Night, EndTime = ExportServers.Night };
        var session = new FakeSession { CreationTime = ExportServers.Night, EndTime = ExportServers.Night, Items = [item] };
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });

        await ExportAsync(ExportServers.Of(server));

        Assert.That(await ReadAsync("SELECT text FROM logitems.items", row => row.GetString(0)), Is.EqualTo(new[] { "a\uFFFDb" }));
    }

    [Test]
    public async Task DeliverAsync_LeaseWasTakenOver_StoresNothing()
    {
        await using var first = new PostgresCheckpointStore(Source, TimeSpan.FromSeconds(1));
        await using var second = new PostgresCheckpointStore(Source, TimeSpan.FromSeconds(1));
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [ExportServers.Session(10)] });
        await first.InitializeAsync([ExportServers.Of(server)], areDue: true);
        await second.InitializeAsync([ExportServers.Of(server)], areDue: true);
        var lost = (await first.TryAcquireAsync())!;
        Assert.That(await second.TryAcquireAsync(), Is.Null, "one at a time");
        await ExecuteAsync("UPDATE logitems.servers SET lease_until = now() - interval '1 second'");
        var taken = (await second.TryAcquireAsync())!;
        var batch = new ExportBatch("a", new Dictionary<string, string>(), [], ExportServers.Night);
        var change = new CheckpointChange { Sessions = [new SessionCheckpoint(Guid.NewGuid(), null, 1, false)] };

        Assert.That(() => first.DeliverAsync(lost, batch, change, new PostgresSink(Source)), Throws.InstanceOf<LeaseLostException>());
        Assert.That(await CountAsync("logitems.checkpoint_sessions"), Is.Zero);
        await first.ReleaseAsync(lost, TimeSpan.Zero, wasRead: true);
        Assert.That(() => second.RenewAsync(taken), Throws.Nothing, "a lease that was lost is not given back");
    }

    [Test]
    public async Task LoadProgressAsync_OtherWorkerHasReadTheServer_IsKnownToAll()
    {
        await using var first = new PostgresCheckpointStore(Source);
        await using var second = new PostgresCheckpointStore(Source);
        var server = ExportServers.Of(new Uri("http://127.0.0.1:1"));
        await first.InitializeAsync([server], areDue: true);
        await second.InitializeAsync([server], areDue: true);
        var before = await second.LoadProgressAsync();
        var lease = (await first.TryAcquireAsync())!;
        var meanwhile = await second.LoadProgressAsync();

        await first.ReleaseAsync(lease, TimeSpan.FromHours(1), wasRead: true);

        Assert.That((before, meanwhile), Is.EqualTo((new[] { new ServerProgress("a", null, false) }, new[] { new ServerProgress("a", null, true) })));
        var progress = (await second.LoadProgressAsync())!.Single();
        Assert.That((progress.IsLeased, progress.Age is { Ticks: >= 0 }), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task InitializeAsync_TablesOfANewerVersion_IsRefused()
    {
        await new PostgresSink(Source).InitializeAsync();
        await ExecuteAsync("UPDATE logitems.schema_version SET version = 1000");

        Assert.That(() => new PostgresSink(Source).InitializeAsync(), Throws.InvalidOperationException.With.Message.Contains("version 1000"));
    }

    [Test]
    public async Task InitializeAsync_ManyWorkersAtOnce_CreateTheTablesOnce() =>
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new PostgresSink(Source).InitializeAsync()));

    private async Task<IReadOnlyDictionary<string, PollResult>> ExportAsync(params ExportServer[] servers)
    {
        await using var store = new PostgresCheckpointStore(Source);
        return await new PostgresSink(Source).RunOnceAsync(store, new ExportOptions { BatchSize = 50 }, servers);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = Source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<long> CountAsync(string table) => (await ReadAsync($"SELECT count(*) FROM {table}", row => row.GetInt64(0)))[0];

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = Source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<T> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

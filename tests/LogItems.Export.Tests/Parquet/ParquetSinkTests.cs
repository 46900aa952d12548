using LogItems.Export.Tests.Otlp;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using LogItems.Tests.DuckDb;
using Parquet;

namespace LogItems.Export.Tests.Parquet;

/// <summary>Export to Parquet files, which DuckDB reads.</summary>
public class ParquetSinkTests
{
    private TemporaryFolder _folder = null!;
    private SqliteCheckpointStore _store = null!;

    private string Items => $"'{_folder.Path}/items/*.parquet'";

    private string Sessions => $"'{_folder.Path}/sessions/*.parquet'";

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
    public async Task RunOnceAsync_EveryVersion_WritesAllSessionsAndItems([ValueSource(typeof(ApiVersions), nameof(ApiVersions.All))] ApiVersion version)
    {
        var sessions = SyntheticSessions.Create(sessions: 4, items: 120, seed: 1);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = sessions });

        await ExportAsync(server, version);

        var items = sessions.SelectMany(session => session.Items).ToList();
        Assert.That(DuckDbQuery.Read($"SELECT item_key FROM {Items}", row => row.GetGuid(0)), Is.EquivalentTo(items.Select(item => item.Id)));
        Assert.That(
            DuckDbQuery.Read($"SELECT item_key FROM {Items} WHERE cause IS NOT NULL AND customer = 'Contoso'", row => row.GetGuid(0)),
            Is.EquivalentTo(items.Where(item => item.Type is "Warning" or "Error").Select(item => item.Id)));
        Assert.That(
            DuckDbQuery.Read($"SELECT DISTINCT session_id FROM {Sessions}", row => row.GetGuid(0)),
            Is.EquivalentTo(sessions.Select(session => session.Id)));
    }

    [Test]
    public async Task Files_Columns_AreTyped()
    {
        await WriteAsync(Batches.Item(1));

        Assert.That(Describe(Items), Is.EqualTo(
            "server VARCHAR, labels VARCHAR, customer VARCHAR, site VARCHAR, job VARCHAR, session_id UUID, item_key UUID, usn BIGINT, level VARCHAR, "
            + "text VARCHAR, started_at TIMESTAMP WITH TIME ZONE, ended_at TIMESTAMP WITH TIME ZONE, object_kind VARCHAR, object VARCHAR, cause VARCHAR, "
            + "observed_at TIMESTAMP WITH TIME ZONE, written_at TIMESTAMP WITH TIME ZONE"));
        Assert.That(Describe(Sessions), Is.EqualTo(
            "server VARCHAR, labels VARCHAR, customer VARCHAR, site VARCHAR, session_id UUID, job_id UUID, job VARCHAR, job_type VARCHAR, status VARCHAR, "
            + "started_at TIMESTAMP WITH TIME ZONE, ended_at TIMESTAMP WITH TIME ZONE, details VARCHAR, transferred_bytes BIGINT, "
            + "processing_rate_bytes_per_second BIGINT, processing_rate_items_per_second BIGINT, bottleneck VARCHAR, "
            + "observed_at TIMESTAMP WITH TIME ZONE, written_at TIMESTAMP WITH TIME ZONE"));

        string Describe(string files) => string.Join(
            ", ", DuckDbQuery.Read($"SELECT column_name, column_type FROM (DESCRIBE FROM {files})", row => $"{row.GetString(0)} {row.GetString(1)}"));
    }

    [Test]
    public async Task Files_Values_AreThoseOfTheItemAndTheSession()
    {
        await WriteAsync(Batches.Item(7, LogItemType.Warning, "Processing mailbox Anna finished with warning: Quota of 50 GB exceeded"));

        Assert.That(
            DuckDbQuery.Read(
                "SELECT server, labels ->> '$.site', job, session_id, item_key, usn, level, object_kind, object, cause, epoch_us(started_at), "
                + $"epoch_us(observed_at) FROM {Items}",
                row => (object[])[.. Enumerable.Range(0, row.FieldCount).Select(row.GetValue)]).Single(),
            Is.EqualTo(new object[]
            {
                "backup01", "Zürich", "Nightly", Batches.SessionId, Batches.Item(7).Id, 7L, "Warning", "Mailbox", "Anna", "Quota of {size} exceeded",
                Microseconds(Batches.Start.AddSeconds(7)), Microseconds(Batches.ObservedAt),
            }));
        Assert.That(
            DuckDbQuery.Read(
                $"SELECT job_id, job_type, status, details, transferred_bytes, epoch_us(ended_at) FROM {Sessions}",
                row => (object[])[.. Enumerable.Range(0, row.FieldCount).Select(row.GetValue)]).Single(),
            Is.EqualTo(new object[]
            {
                new Guid("c0ffee00-0000-4000-8000-000000000001"), "Backup", "Success", "Disk full", DBNull.Value, Microseconds(Batches.Start.AddMinutes(30)),
            }));
    }

    [Test]
    public async Task Files_StatisticsOfColumns_AreTheirRanges()
    {
        await WriteAsync(Batches.Items(3));

        Assert.That(
            DuckDbQuery.Count($"{Items} WHERE started_at BETWEEN '2026-11-28 21:00:02+00' AND '2026-11-28 21:00:03+00'"), Is.EqualTo(1),
            "readers skip what is outside of the range of a column");
        Assert.That(
            DuckDbQuery.Read(
                $"SELECT path_in_schema, stats_min_value, stats_max_value FROM parquet_metadata({Items}) "
                + "WHERE path_in_schema IN ('started_at', 'usn', 'level')",
                row => $"{row.GetString(0)} {row.GetString(1)} {row.GetString(2)}"),
            Is.EquivalentTo(new[] { "usn 1 3", "level Success Success", "started_at 2026-11-28 21:00:01.123456+00 2026-11-28 21:00:03.123456+00" }));
        Assert.That(DuckDbQuery.Count($"{Items} WHERE item_key = '{Batches.Item(2).Id}' AND server = 'backup01' AND site = 'Zürich'"), Is.EqualTo(1));
    }

    [Test]
    public async Task Files_Times_KeepThe100Nanoseconds()
    {
        await WriteAsync(Batches.Items(1));

        await using var file = File.OpenRead(Directory.GetFiles(_folder.File("items")).Single());
        await using var reader = await ParquetReader.CreateAsync(file);
        using var group = reader.OpenRowGroupReader(0);
        var times = new DateTime?[1];
        await group.ReadAsync(reader.Schema.DataFields.Single(field => field.Name == "started_at"), times.AsMemory());
        Assert.That(times, Is.EqualTo(new[] { Batches.Item(1).CreationTime.UtcDateTime }));
    }

    [Test]
    public async Task Files_OddTextsAndTimes_AreWritten()
    {
        var (odd, old) = (Batches.Item(1, text: "a\0b \uD800 \U0001F600"), Batches.Item(2));
        (old.CreationTime, old.EndTime) = (DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

        await WriteAsync(odd, old);

        Assert.That(
            DuckDbQuery.Read(
                $"SELECT text, started_at IS NULL, ended_at IS NULL FROM {Items} ORDER BY usn",
                row => (row.GetString(0), row.GetBoolean(1), row.GetBoolean(2))),
            Is.EqualTo(new[] { ("a\0b \uFFFD \U0001F600", false, false), (old.Text, true, true) }));
    }

    [Test]
    public async Task RunOnceAsync_RunningSession_TheLatestRowCounts()
    {
        var session = ExportServers.RunningSession(items: 9);
        await using var server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = [session] });
        await ExportAsync(server);
        session.Finish("Failed", ExportServers.Night.AddHours(1));
        await ExportAsync(server);

        Assert.That(DuckDbQuery.Count(Items), Is.EqualTo(11), "the running item twice");
        Assert.That(
            DuckDbQuery.Read($"{Readme()[0]} SELECT level, count(*) FROM items GROUP BY level ORDER BY level", row => (row.GetString(0), row.GetInt64(1))),
            Is.EqualTo(new[] { ("Error", 1L), ("Success", 9L) }));
    }

    [Test]
    public async Task Query_OfTheReadme_CountsTheFailuresOfTheLastWeekByCustomer()
    {
        await using var server = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [ExportServers.FailuresOfYesterday(), ExportServers.Session(3)] });
        await ExportAsync(server);

        var rows = DuckDbQuery.Read(string.Concat(Readme()), row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)));

        Assert.That(rows, Is.EqualTo(new[] { ("Contoso", "Anna", "Quota of {size} exceeded", 2L) }));
    }

    private static long Microseconds(DateTimeOffset time) => (time.UtcTicks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    private async Task WriteAsync(params LogItem[] items)
    {
        await using var sink = new ParquetSink(_folder.Path);
        await sink.InitializeAsync();
        await sink.WriteAsync(Batches.Of(items));
    }

    private async Task ExportAsync(FakeLogItemsServer server, ApiVersion? version = null)
    {
        await using var sink = new ParquetSink(_folder.Path);
        await sink.RunOnceAsync(_store, new ExportOptions { BatchSize = 50 }, ExportServers.Of(server, version: version));
    }

    /// <summary>The statements of the README for these files: the view, and the query.</summary>
    private string[] Readme([System.Runtime.CompilerServices.CallerFilePath] string path = "")
    {
        var readme = File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..", "src", "LogItems.Export", "README.md"));
        var sql = readme.Split("```sql\n")[2].Split("```")[0].Replace("lake/", $"{_folder.Path}/", StringComparison.Ordinal);
        return [.. sql.Split("\n\n").Select(statement => statement + "\n")];
    }
}

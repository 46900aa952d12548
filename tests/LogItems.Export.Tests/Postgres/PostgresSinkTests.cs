using LogItems.Export.Tests.Support;
using Npgsql;

namespace LogItems.Export.Tests.Postgres;

/// <summary>What arrives in the tables, value by value, and what does when a batch breaks off.</summary>
public class PostgresSinkTests : PostgresFixture
{
    private static readonly Guid Session = Guid.NewGuid();

    [Test]
    public async Task WriteAsync_AnyItem_IsReadBackAsWritten()
    {
        var random = new Random(1);
        var items = Enumerable.Range(0, 3_000).Select(_ => new ExportItem(Guid.NewGuid(), AnyItem(random))).ToList();
        await using var sink = new PostgresSink(Source);
        await sink.InitializeAsync();

        await sink.WriteAsync(Batch(items));

        var rows = await ReadAsync();
        Assert.That(rows, Is.EquivalentTo(items.Select(item => Row.Of(item.Key, item.Item))));
    }

    [Test]
    public async Task WriteAsync_ReadingBreaksOff_WritesNothingAndTheConnectionGoesOn()
    {
        await using var sink = new PostgresSink(Source);
        await sink.InitializeAsync();
        var broken = Batch(new BrokenItems(5_000, () => throw new InvalidOperationException("The reader has failed.")));

        Assert.That(async () => await sink.WriteAsync(broken), Throws.InvalidOperationException.With.Message.EqualTo("The reader has failed."));

        Assert.That(await ReadAsync(), Is.Empty);
        await sink.WriteAsync(Batch([new ExportItem(Guid.NewGuid(), AnyItem(new Random(2)))]));
        Assert.That(await ReadAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_PostgresEndsTheConnection_ThrowsWhatItSays()
    {
        await using var sink = new PostgresSink(Source);
        await sink.InitializeAsync();
        var broken = Batch(new BrokenItems(5_000, EndOthers));

        Assert.That(
            async () => await sink.WriteAsync(broken),
            Throws.InstanceOf<NpgsqlException>().With.Message.Contains("57P01").Or.InnerException.InstanceOf<IOException>());

        Assert.That(await ReadAsync(), Is.Empty);

        void EndOthers()
        {
            using var connection = new NpgsqlConnection(Server.ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", connection)
            {
                Parameters = { new() { Value = new NpgsqlConnectionStringBuilder(Source.ConnectionString).Database } },
            };
            command.ExecuteNonQuery();
        }
    }

    private static ExportBatch Batch(IReadOnlyList<ExportItem> items) => new(
        "a",
        new Dictionary<string, string>(),
        [new ExportSession(LogItemsModelFactory.JobSession(Session), "Mail", items, IsNew: true)],
        ExportServers.Night);

    private static LogItem AnyItem(Random random)
    {
        var text = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0xD800))]).Replace('\0', ' ');
        return LogItemsModelFactory.LogItem(
            usn: random.NextInt64(long.MinValue, long.MaxValue),
            level: random.Next(3) == 0 ? LogItemLevel.Warning : LogItemLevel.Success,
            text: text,
            startedAt: AnyTime(random),
            endedAt: AnyTime(random));
    }

    private static DateTimeOffset? AnyTime(Random random) => random.Next(8) switch
    {
        0 => null,
        1 => new DateTimeOffset(1, 1, 1, 0, 0, 1, TimeSpan.Zero),
        2 => new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        _ => new DateTimeOffset(
            random.NextInt64(TimeSpan.TicksPerDay, DateTimeOffset.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-700, 700))),
    };

    private async Task<IReadOnlyList<Row>> ReadAsync()
    {
        await using var command = Source.CreateCommand("SELECT item_key, usn, level, text, started_at, ended_at FROM logitems.items");
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Row>();
        while (await reader.ReadAsync())
        {
            rows.Add(new Row(reader.GetGuid(0), reader.GetInt64(1), reader.GetString(2), reader.GetString(3), Time(4), Time(5)));
        }

        return rows;

        DateTime? Time(int column) => reader.IsDBNull(column) ? null : reader.GetDateTime(column);
    }

    /// <summary>An item as PostgreSQL has it: times to the microsecond.</summary>
    private sealed record Row(Guid Key, long Usn, string? Level, string Text, DateTime? StartedAt, DateTime? EndedAt)
    {
        public static Row Of(Guid key, LogItem item) => new(key, item.Usn, item.LevelText, item.Text, Cut(item.StartedAt), Cut(item.EndedAt));

        private static DateTime? Cut(DateTimeOffset? time) => time is { } known ? new DateTime(known.UtcTicks / 10 * 10, DateTimeKind.Utc) : null;
    }
}

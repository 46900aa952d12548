using LogItems.Cli.Tests.Commands.Kills;
using LogItems.Export;
using LogItems.Export.Tests.Postgres;
using LogItems.Export.Tests.Support;

namespace LogItems.Cli.Tests.Commands.Postgres;

/// <summary>
/// The worker is killed at random points while servers change, fail, go away, come back and are upgraded: in the end everything is in the database, once.
/// (<c>logitems export --fleet fleet.yaml --to postgres --connection "Host=db;Username=logitems;Database=backups"</c>).
/// LOGITEMS_KILLS sets how often it is killed, LOGITEMS_SERVERS the number of servers.
/// </summary>
internal sealed class ExportKillTests
{
    [Test]
    public async Task Export_KilledAtRandomPoints_EveryItemIsThereInTheEnd()
    {
        var (kills, servers) = (KilledExport.Setting("LOGITEMS_KILLS", 6), KilledExport.Setting("LOGITEMS_SERVERS", 12));
        var random = new Random(kills + servers);
        await using var postgres = await PostgresServer.StartAsync();
        await using var source = await postgres.CreateDatabaseAsync();
        using var folder = new TemporaryFolder();
        await using var fleet = new KillFleet(random);
        await fleet.StartAsync(servers);
        await new PostgresSink(source).InitializeAsync();
        await File.WriteAllTextAsync(folder.File("fleet.yaml"), fleet.ToYaml());
        var export = new KilledExport("--fleet", folder.File("fleet.yaml"), "--to", "postgres", "--connection", source.ConnectionString);
        var seen = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await fleet.ChangeAsync();
            await ExpireAsync();
            seen += await export.RunAndKillAsync(lines: random.Next(1, 8 * Math.Min(servers, 40))) ? 1 : 0;
        }

        await fleet.SettleAsync();
        await ExpireAsync();
        await export.RunToTheEndAsync();

        var (expected, written) = (fleet.Items(), await ReadAsync());
        await TestContext.Out.WriteLineAsync(
            $"{servers} servers, {kills} starts, {seen} killed while they worked; {expected.Count} items, {written.Count} rows");
        Assert.That(written.Except(expected), Is.Empty);
        Assert.That(expected.Except(written), Is.Empty);
        Assert.That(written, Has.Count.EqualTo(expected.Count));

        // A killed worker has not given its servers back; time passes until its leases have expired.
        async Task ExpireAsync()
        {
            await using var expire = source.CreateCommand("UPDATE logitems.servers SET lease_until = now() WHERE owner IS NOT NULL");
            await expire.ExecuteNonQueryAsync();
        }

        async Task<HashSet<ExportedItem>> ReadAsync()
        {
            await using var command = source.CreateCommand("SELECT server, session_id, item_key, text, ended_at IS NULL FROM logitems.log_items");
            await using var reader = await command.ExecuteReaderAsync();
            var rows = new HashSet<ExportedItem>();
            while (await reader.ReadAsync())
            {
                rows.Add(new ExportedItem(reader.GetString(0), reader.GetGuid(1), reader.GetGuid(2), reader.GetString(3), reader.GetBoolean(4)));
            }

            return rows;
        }
    }
}

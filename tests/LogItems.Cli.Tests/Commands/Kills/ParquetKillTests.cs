using LogItems.Export.Tests.Support;
using LogItems.Tests.DuckDb;

namespace LogItems.Cli.Tests.Commands.Kills;

/// <summary>
/// The worker is killed at random points while servers change, fail, go away, come back and are upgraded: in the end everything is in Parquet files.
/// LOGITEMS_KILLS sets how often it is killed, LOGITEMS_SERVERS the number of servers.
/// </summary>
internal sealed class ParquetKillTests
{
    [Test]
    public async Task Export_KilledAtRandomPoints_EveryItemIsThereInTheEnd()
    {
        var (kills, servers) = (KilledExport.Setting("LOGITEMS_KILLS", 4), KilledExport.Setting("LOGITEMS_SERVERS", 8));
        var random = new Random(kills + servers);
        using var folder = new TemporaryFolder();
        await using var fleet = new KillFleet(random);
        await fleet.StartAsync(servers);
        await File.WriteAllTextAsync(folder.File("fleet.yaml"), fleet.ToYaml());
        var export = new KilledExport("--fleet", folder.File("fleet.yaml"), "--to", "parquet", "--output", folder.File("lake"));
        var seen = 0;
        for (var kill = 0; kill < kills; kill++)
        {
            await fleet.ChangeAsync();
            seen += await export.RunAndKillAsync(lines: random.Next(1, 8 * servers)) ? 1 : 0;
        }

        await fleet.SettleAsync();
        await export.RunToTheEndAsync();

        var files = $"'{folder.File("lake")}/items/*.parquet'";
        var (expected, rows) = (fleet.Items(), DuckDbQuery.Count(files));
        var written = DuckDbQuery.Read(
            $"""
            SELECT server, session_id, item_key, text, ended_at IS NULL FROM {files}
              QUALIFY row_number() OVER (PARTITION BY server, session_id, item_key ORDER BY written_at DESC) = 1
            """,
            row => new ExportedItem(row.GetString(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetBoolean(4)));
        await TestContext.Out.WriteLineAsync(
            $"{servers} servers, {kills} starts, {seen} killed while they worked; {expected.Count} items, {written.Count} keys, {rows} rows in "
            + $"{Directory.GetFiles(folder.File("lake/items")).Length} files");
        Assert.That(written.Except(expected), Is.Empty);
        Assert.That(expected.Except(written), Is.Empty);
        Assert.That(written, Has.Count.EqualTo(expected.Count));
        Assert.That(Directory.GetFiles(folder.File("lake/pending")), Is.Empty);
        Assert.That(
            DuckDbQuery.Read($"SELECT count(*) - count(DISTINCT (server, session_id, item_key, written_at)) FROM {files}", row => row.GetInt64(0)),
            Is.EqualTo(new[] { 0L }),
            "no file is merged twice");
    }
}

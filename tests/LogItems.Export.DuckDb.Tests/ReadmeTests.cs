using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using LogItems.Tests.DuckDb;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace LogItems.Export.DuckDb.Tests;

/// <summary>The C# and the query of the package's README work.</summary>
public class ReadmeTests
{
    [Test]
    public async Task Example_Worker_FillsTheDatabaseThatTheQueryReads()
    {
        await using var fake = await FakeLogItemsServer.StartAsync(
            new FakeServerOptions { Sessions = [ExportServers.FailuresOfYesterday(), ExportServers.Session(3)] });
        using var temporary = new TemporaryFolder();
        var (checkpoints, database) = (temporary.File("checkpoints.db"), temporary.File("backups.duckdb"));
        await File.WriteAllTextAsync(temporary.File("fleet.yaml"), $$"""
            servers:
              - { name: a, address: '{{fake.BaseAddress}}', username: demo, password: { command: echo demo }, labels: { customer: Contoso } }
            """);
        var fleet = FleetFile.Load(temporary.File("fleet.yaml"));
        var builder = Host.CreateEmptyApplicationBuilder(null);
        var services = builder.Services;

        services.AddLogItemsExport(fleet, _ => SqliteCheckpointStore.Open(checkpoints), _ => new DuckDbSink(database));

        using (var host = builder.Build())
        {
            var polled = new TaskCompletionSource<PollResult>();
            host.Services.GetRequiredService<ExportWorker>().Polled += (_, result) => polled.TrySetResult(result);
            await host.StartAsync();
            Assert.That(await polled.Task, Is.EqualTo(new PollResult(2, 6, 0, null)));
            await host.StopAsync();
        }

        var rows = DuckDbQuery.Read(Query(), row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)), database);
        Assert.That(rows, Is.EqualTo(new[] { ("Contoso", "Anna", "Quota of {size} exceeded", 2L) }));
    }

    [Test]
    public void Query_IsThatOfPostgres() => Assert.That(Query(), Is.EqualTo(Query("LogItems.Export")));

    private static string Query(string project = "LogItems.Export.DuckDb", [System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src", project, "README.md")).Split("```sql\n")[1].Split("```")[0];
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using LogItems.Export.Tests.Postgres;

namespace LogItems.Benchmarks;

/// <summary>Runs <c>logitems export --to postgres</c>.</summary>
internal sealed class Exporter(string tool, WorkFolder folder, PostgresServer postgres)
{
    private static readonly Dictionary<string, string> Password = new() { ["LOGITEMS_PASSWORD"] = "demo" };

    public async Task<ExportDatabase> CreateDatabaseAsync() => new(await postgres.CreateDatabaseAsync());

    /// <summary>Writes a fleet of servers that have one address.</summary>
    public string WriteFleet(Uri address, int servers, string? pin = null)
    {
        var trust = pin is null ? "" : $", pinSha256: '{pin}'";
        var fleet = new StringBuilder(
            $"defaults: {{ username: demo, password: {{ environment: LOGITEMS_PASSWORD }}, version: v8 }}\nservers:\n");
        for (var server = 0; server < servers; server++)
        {
            fleet.Append(CultureInfo.InvariantCulture, $"  - {{ name: server-{server}, address: '{address}'{trust} }}\n");
        }

        return folder.Write("fleet.yaml", fleet.ToString());
    }

    public ProcessRun Export(string fleet, ExportDatabase database) => new ProcessRunner(folder, Password).Run(Contender(fleet, database));

    /// <summary>Exports with several workers at the same time; returns the time until the last has ended, in milliseconds.</summary>
    public async Task<double> ExportAsync(string fleet, ExportDatabase database, int workers)
    {
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
        {
            using var own = new WorkFolder();
            new ProcessRunner(own, Password).Run(Contender(fleet, database));
        })));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Starts an export that keeps running.</summary>
    public IdleExport Keep(string fleet, ExportDatabase database) => new(tool, Arguments(fleet, database), Password);

    private Contender Contender(string fleet, ExportDatabase database) =>
        new("export", tool, [.. Arguments(fleet, database), "--once"])
        {
            // Some servers are read by the other worker.
            Accepts = [3],
        };

    private static string[] Arguments(string fleet, ExportDatabase database) =>
        ["export", "--fleet", fleet, "--to", "postgres", "--connection", database.ConnectionString];
}

using LogItems.Export.Tests.Postgres;

namespace LogItems.Benchmarks;

/// <summary><c>logitems export --to postgres</c> and COPY of the same rows from a file, in turns, on one PostgreSQL.</summary>
internal static class ExportComparison
{
    private const int Runs = 3;
    private const int Sessions = 50;
    private const int Items = 500;
    private const int IdleServers = 200;
    private const int SlowServers = 48;
    private const int SlowSessions = 40;
    private const int SlowLatency = 100;

    /// <param name="report">Where to write to.</param>
    /// <param name="servers">The number of servers, each with 50 sessions of 500 items.</param>
    /// <param name="tool">The published tool; null to publish it first, which takes minutes.</param>
    public static async Task RunAsync(Report report, int servers, string? tool)
    {
        using var folder = new WorkFolder();
        tool ??= PublishedTool.OfThisTree(folder.File("ours"));
        await using var postgres = await PostgresServer.StartAsync();
        await CompareWithCopyAsync(report, new Exporter(tool, folder, postgres), servers);
        await CompareWorkersAsync(report, new Exporter(tool, folder, postgres));
    }

    private static async Task CompareWithCopyAsync(Report report, Exporter exporter, int servers)
    {
        List<ProcessRun> exports = [], idle = [];
        List<double> polls = [];
        List<double> copies = [];
        using var server = ServerProcess.Start(Items, sessions: Sessions);
        using var tls = ServerProcess.Start(Items, kind: "tls", sessions: Sessions);
        for (var run = 0; run < Runs; run++)
        {
            await using var database = await exporter.CreateDatabaseAsync();
            var fleet = exporter.WriteFleet(server.Address, servers);
            exports.Add(exporter.Export(fleet, database));
            report.Write($"export.items.{run + 1}", await database.CountItemsAsync(), "0");
            copies.Add(await database.CopyItemsAsync());
            var idleFleet = exporter.WriteFleet(server.Address, Math.Min(servers, IdleServers));
            idle.Add(exporter.Export(idleFleet, database));

            // The same sessions, over TLS, and at the default interval: some of the CPU time is spent between the polls.
            using var kept = exporter.Keep(exporter.WriteFleet(tls.Address, Math.Min(servers, IdleServers), tls.CertificateSha256), database);
            polls.Add(await kept.MeasureAsync(before: 2 * IdleServers, TimeSpan.FromMinutes(1)));
            report.Write($"export.speed-vs-copy.{run + 1}", copies[^1] / exports[^1].Wall);
        }

        report.Write("export.wall-ms", Report.Median([.. exports.Select(run => run.Wall)]), "0");
        report.Write("export.cpu-ms", Report.Median([.. exports.Select(run => run.Cpu)]), "0");
        report.Write("export.rss-mb", exports.Max(run => run.PeakMegabytes), "0");
        report.Write("export.copy-wall-ms", Report.Median(copies), "0");
        report.Write("export.speed-vs-copy", Report.Median(copies) / Report.Median([.. exports.Select(run => run.Wall)]));
        report.Write("export.idle.cpu-ms", Report.Median([.. idle.Select(run => run.Cpu)]), "0");
        report.Write("export.kept.cpu-ms-of-200-polls", 200 * Report.Median(polls), "0");
        report.Write("export.idle.wall-ms", Report.Median([.. idle.Select(run => run.Wall)]), "0");
    }

    /// <summary>One worker and two on one fleet, whose servers answer so slowly that neither the processors nor PostgreSQL are the limit.</summary>
    private static async Task CompareWorkersAsync(Report report, Exporter exporter)
    {
        List<double> one = [], two = [];
        using var server = ServerProcess.Start(Items, SlowLatency, sessions: SlowSessions);
        var fleet = exporter.WriteFleet(server.Address, SlowServers);
        for (var run = 0; run < Runs; run++)
        {
            one.Add(await ExportAsync(workers: 1));
            two.Add(await ExportAsync(workers: 2));
        }

        report.Write("export.workers.two-vs-one", Report.Median(one) / Report.Median(two));

        async Task<double> ExportAsync(int workers)
        {
            await using var database = await exporter.CreateDatabaseAsync();
            var elapsed = await exporter.ExportAsync(fleet, database, workers);
            report.Write($"export.workers.{workers}.items", await database.CountItemsAsync(), "0");
            return elapsed;
        }
    }
}

using System.Diagnostics;
using LogItems.Cli.Tests.Support;
using LogItems.Export.Tests.Support;
using LogItems.FakeServer;
using LogItems.Tests.DuckDb;

namespace LogItems.Cli.Tests.Commands;

/// <summary><c>logitems export</c> to Parquet files and DuckDB: the options; what is written is tested with the sinks.</summary>
internal sealed class ExportFilesTests
{
    private const string Parquet = "logitems export --fleet fleet.yaml --to parquet --output lake";

    private const string DuckDb = "logitems export --fleet fleet.yaml --to duckdb --database backups.duckdb --once";

    private TemporaryFolder _folder = null!;
    private FakeLogItemsServer _server = null!;

    [SetUp]
    public async Task SetUp()
    {
        _folder = new TemporaryFolder();
        _server = await FakeLogItemsServer.StartAsync(new FakeServerOptions { Sessions = SyntheticSessions.Create(3, 20, seed: 1) });
        await File.WriteAllTextAsync(_folder.File("fleet.yaml"), $$"""
            servers:
              - { name: paris, address: '{{_server.BaseAddress}}', username: demo, password: { command: echo demo } }
            """);
    }

    [TearDown]
    public async Task TearDown()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Test]
    public async Task Export_ToParquet_ExportsEachItemOnce()
    {
        var (first, second) = (await RunAsync(Parquet, "--once"), await RunAsync(Parquet, "--once", "--rotate-after", "5m"));

        Assert.That((first.ExitCode, first.Error), Is.EqualTo((0, "60 items of 3 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That((second.ExitCode, second.Error), Is.EqualTo((0, "0 items of 0 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That(DuckDbQuery.Count($"'{_folder.File("lake")}/items/*.parquet'"), Is.EqualTo(60));
        Assert.That(File.Exists(_folder.File("lake/logitems-checkpoints.db")));
    }

    [Test]
    public async Task Export_ToDuckDb_ExportsEachItemOnce()
    {
        var (first, second) = (await RunAsync(DuckDb, "--output", _folder.Path), await RunAsync(DuckDb, "--output", _folder.Path));

        Assert.That((first.ExitCode, first.Error), Is.EqualTo((0, "60 items of 3 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That((second.ExitCode, second.Error), Is.EqualTo((0, "0 items of 0 sessions exported from 1 server; 0 servers failed\n")));
        Assert.That(DuckDbQuery.Count("logitems.items", _folder.File("backups.duckdb")), Is.EqualTo(60));
    }

    [Test]
    public async Task Export_ToDuckDbByDefault_IsInTheFolderOfTheCheckpoints()
    {
        var run = await RunAsync("logitems export --fleet fleet.yaml --to duckdb --output lake --once");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(DuckDbQuery.Count("logitems.sessions", _folder.File("lake/backups.duckdb")), Is.EqualTo(3));
    }

    [Test]
    public async Task Export_DatabaseOfAnotherProcess_IsRefused()
    {
        string[] command = [Path.Combine(AppContext.BaseDirectory, "LogItems.Cli.dll"), .. Arguments(DuckDb), "--output", _folder.File("other"), "--verbose"];
        using var other = Process.Start(new ProcessStartInfo("dotnet", command.Where(word => word != "--once")) { RedirectStandardError = true })!;
        try
        {
            Assert.That(await other.StandardError.ReadLineAsync(), Is.Not.Null, "it logs its first request, and has the database open");

            var run = await RunAsync(DuckDb, "--output", _folder.Path);

            Assert.That(run.ExitCode, Is.EqualTo(3));
            Assert.That(
                run.Error,
                Does.StartWith($"logitems: Opening the DuckDB database '{_folder.File("backups.duckdb")}' failed. Another process has it open"));
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync();
        }
    }

    [Test]
    public async Task Export_LibraryThatCannotBeLoaded_IsReported()
    {
        var missing = _folder.File("libduckdb.so");

        var run = await ToolRun.StartAsync([.. Arguments(DuckDb), "--output", _folder.Path], new Dictionary<string, string> { ["LOGITEMS_DUCKDB"] = missing });

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(run.Error, Does.StartWith($"logitems: DuckDB's library cannot be loaded; LOGITEMS_DUCKDB is '{missing}'. Download the library"));
    }

    [Test]
    public async Task Export_LibraryOfTheVariable_IsLoaded()
    {
        string[] names = ["libduckdb.so", "libduckdb.dylib", "duckdb.dll"];
        var library = names.Select(name => Path.Combine(AppContext.BaseDirectory, name)).Single(File.Exists);

        var run = await ToolRun.StartAsync([.. Arguments(DuckDb), "--output", _folder.Path], new Dictionary<string, string> { ["LOGITEMS_DUCKDB"] = library });

        Assert.That(run.ExitCode, Is.Zero, run.Error);
    }

    private Task<ToolRun> RunAsync(string command, params string[] options) => ToolRun.StartAsync([.. Arguments(command), .. options]);

    /// <summary>A command of the README, with the files of the test.</summary>
    private IEnumerable<string> Arguments(string command) =>
        command.Split(' ').Skip(1).Select(word => word is "fleet.yaml" or "lake" or "backups.duckdb" ? _folder.File(word) : word);
}

using LogItems.Export.Tests.Support;
using System.Diagnostics;
using Npgsql;

namespace LogItems.Export.Tests.Postgres;

/// <summary>A PostgreSQL of its own, reached by a socket in its folder only.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Installed = "/usr/lib/postgresql";

    private readonly TemporaryFolder _folder;

    private PostgresServer(TemporaryFolder folder) => _folder = folder;

    public string ConnectionString => $"Host={_folder.Path};Username=postgres;Database=postgres;Maximum Pool Size=50";

    private string Data => _folder.File("data");

    public static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(new TemporaryFolder());
        if (Environment.UserName == "root")
        {
            // PostgreSQL does not run as root.
            await RunAsync("chown", "postgres", server._folder.Path);
        }

        await RunToolAsync("initdb", "--pgdata", server.Data, "--username", "postgres", "--auth", "trust", "--no-sync", "--locale", "C", "--encoding", "UTF8");
        await server.RestartAsync();
        return server;
    }

    /// <summary>Starts it, again after <see cref="StopAsync"/>, and waits until it answers.</summary>
    public Task RestartAsync() => RunToolAsync(
        "pg_ctl", "start", "--wait", "--silent", "--pgdata", Data, "--log", _folder.File("log"),
        "--options", $"-k {_folder.Path} -c listen_addresses= -c fsync=off -c max_connections=120 -c max_wal_size=4GB");

    /// <summary>Ends it as a crash does.</summary>
    public Task StopAsync() => RunToolAsync("pg_ctl", "stop", "--mode", "immediate", "--silent", "--pgdata", Data);

    /// <summary>A new, empty database.</summary>
    public async Task<NpgsqlDataSource> CreateDatabaseAsync()
    {
        var name = $"t{Guid.NewGuid():N}";
        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await using var command = source.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync();
        return NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name });
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }

    private static Task RunToolAsync(string name, params string[] arguments)
    {
        var path = Path.Combine(Directory.EnumerateDirectories(Installed).Order().Last(), "bin", name);
        return Environment.UserName == "root"
            ? RunAsync("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", path, .. arguments])
            : RunAsync(path, arguments);
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        // The server inherits what is not redirected, and a pipe would stay open as long as it runs.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]))!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}

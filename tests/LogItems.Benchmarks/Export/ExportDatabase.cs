using System.Diagnostics;
using Npgsql;

namespace LogItems.Benchmarks;

/// <summary>A database to export to.</summary>
internal sealed class ExportDatabase(NpgsqlDataSource source) : IAsyncDisposable
{
    public string ConnectionString => source.ConnectionString;

    public async Task<long> CountItemsAsync() => (long)await ScalarAsync("SELECT count(*) FROM logitems.items");

    /// <summary>Copies the items from a file of the server into an empty table with the same indexes; returns the time that takes, in milliseconds.</summary>
    public async Task<double> CopyItemsAsync()
    {
        var file = await ScalarAsync("SELECT current_setting('data_directory') || '/items.copy'");
        await ExecuteAsync($"COPY (SELECT * FROM logitems.items) TO '{file}' (FORMAT BINARY)");
        await ExecuteAsync("CREATE TABLE copied (LIKE logitems.items INCLUDING ALL)");
        await ExecuteAsync("CHECKPOINT");
        var start = Stopwatch.GetTimestamp();
        await ExecuteAsync($"COPY copied FROM '{file}' (FORMAT BINARY)");
        var elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await ExecuteAsync("DROP TABLE copied");
        return elapsed;
    }

    public async ValueTask DisposeAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await source.DisposeAsync();
        await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Database = "postgres" });
        await using var command = server.CreateCommand($"DROP DATABASE {name} WITH (FORCE)");
        await command.ExecuteNonQueryAsync();
    }

    private async Task<object> ScalarAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = source.CreateCommand(sql);
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync();
    }
}

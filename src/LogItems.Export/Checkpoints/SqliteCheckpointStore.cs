using LogItems.Export.Checkpoints;
using Microsoft.Data.Sqlite;

namespace LogItems.Export;

/// <summary>Checkpoints in a SQLite file, for one process on one machine.</summary>
/// <remarks>Times are stored as ticks of UTC. The file is locked while it is open; a second process cannot open it.</remarks>
public sealed partial class SqliteCheckpointStore : CheckpointStore
{
    private readonly SqliteConnection _connection;
    private readonly DueServers _due;
    private readonly SemaphoreSlim _gate = new(1);

    private SqliteCheckpointStore(SqliteConnection connection, TimeProvider time)
    {
        _connection = connection;
        _due = new DueServers(time);
    }

    /// <summary>Opens or creates a file.</summary>
    /// <param name="path">The file; while it is open, there are two more beside it (<c>-wal</c>, <c>-shm</c>).</param>
    /// <param name="timeProvider">The clock by which servers are due; null for the system's.</param>
    /// <exception cref="IOException">The file cannot be opened, is not a checkpoint file, or is open in another process.</exception>
    public static SqliteCheckpointStore Open(string path, TimeProvider? timeProvider = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 };
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, SqliteSchema.Open);
            Execute(connection, SqliteSchema.Tables);
            return new SqliteCheckpointStore(connection, timeProvider ?? TimeProvider.System);
        }
        catch (SqliteException exception)
        {
            connection.Dispose();
            var advice = exception.SqliteErrorCode is SqliteSchema.Busy or SqliteSchema.Locked
                ? "Another process has it open: stop it, or use a file for each process. Several workers can share checkpoints in PostgreSQL."
                : exception.Message;
            throw new IOException($"Opening the checkpoints in '{path}' failed. {advice}", exception);
        }
    }

    /// <inheritdoc/>
    public override Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(servers);
        _due.AddRange(servers.Select(server => server.Name), areDue);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override async Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default)
    {
        if (_due.TryTake() is not { } lease)
        {
            return null;
        }

        try
        {
            return lease with { Checkpoint = await LoadServerAsync(lease.Server, cancellationToken).ConfigureAwait(false) };
        }
        catch
        {
            _due.GiveBack(lease, TimeSpan.Zero);
            throw;
        }
    }

    /// <inheritdoc/>
    public override Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        _due.GiveBack(lease, delay);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async ValueTask DisposeAsyncCore()
    {
        // A change that is being stored is always completed.
        await _gate.WaitAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
        _gate.Dispose();
        await base.DisposeAsyncCore().ConfigureAwait(false);
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

using LogItems.Export.Postgres;
using Npgsql;

namespace LogItems.Export;

/// <summary>Checkpoints in PostgreSQL 12 or later, which several workers can share: each server is leased to one worker at a time.</summary>
/// <remarks>
/// A lease that is not renewed in time, because its worker has ended or is disconnected, expires, and another worker leases the server. Later changes
/// by the first one are rejected. Times are from the database's clock.
/// </remarks>
public sealed partial class PostgresCheckpointStore : CheckpointStore
{
    private readonly NpgsqlDataSource _source;
    private readonly TimeSpan _lease;
    private string[] _servers = [];

    /// <summary>Creates a store.</summary>
    /// <param name="source">The database; not disposed of.</param>
    /// <param name="leaseDuration">The time without renewal after which a lease expires: 1 second or more; null for 30 seconds.</param>
    public PostgresCheckpointStore(NpgsqlDataSource source, TimeSpan? leaseDuration = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        _source = source;
        _lease = leaseDuration ?? TimeSpan.FromSeconds(30);
        ArgumentOutOfRangeException.ThrowIfLessThan(_lease, TimeSpan.FromSeconds(1), nameof(leaseDuration));
    }

    /// <inheritdoc/>
    public override TimeSpan RenewalInterval => _lease / 3;

    /// <inheritdoc/>
    public override async Task InitializeAsync(IReadOnlyList<ExportServer> servers, bool areDue, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(servers);
        await PostgresMigration.RunAsync(_source, cancellationToken).ConfigureAwait(false);
        _servers = [.. servers.Select(server => server.Name)];
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        foreach (var server in servers)
        {
            await ServerIds.GetAsync(connection, server.Name, server.Labels, cancellationToken).ConfigureAwait(false);
        }

        if (areDue)
        {
            await PostgresCommands.ExecuteAsync(
                connection,
                "UPDATE logitems.servers SET due_at = now() WHERE name = ANY ($1) AND due_at > now()",
                cancellationToken,
                new NpgsqlParameter { Value = _servers }).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public override async Task<ServerLease?> TryAcquireAsync(CancellationToken cancellationToken = default)
    {
        var owner = Guid.NewGuid();
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var leases = await PostgresCommands.QueryAsync(
            connection,
            """
            UPDATE logitems.servers SET owner = $1, lease_until = now() + $2 WHERE server_id = (
              SELECT server_id FROM logitems.servers
                WHERE name = ANY ($3) AND due_at <= now() AND (owner IS NULL OR lease_until < now())
                ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
              RETURNING name, horizon, listed_all_at
            """,
            reader => new ServerLease(
                reader.GetString(0), owner, new ServerCheckpoint(PostgresCommands.Time(reader, 1), PostgresCommands.Time(reader, 2))),
            cancellationToken,
            new NpgsqlParameter { Value = owner },
            new NpgsqlParameter { Value = _lease },
            new NpgsqlParameter { Value = _servers }).ConfigureAwait(false);
        return leases is [var lease] ? lease : null;
    }

    /// <inheritdoc/>
    public override async Task RenewAsync(ServerLease lease, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        await UseAsync(lease, (_, _) => Task.CompletedTask, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task ReleaseAsync(ServerLease lease, TimeSpan delay, bool wasRead, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        await PostgresCommands.ExecuteAsync(
            connection,
            """
            UPDATE logitems.servers
              SET owner = NULL, lease_until = NULL, due_at = now() + $3, read_at = CASE WHEN $4 THEN now() ELSE read_at END
              WHERE name = $1 AND owner = $2
            """,
            cancellationToken,
            new NpgsqlParameter { Value = lease.Server },
            new NpgsqlParameter { Value = lease.Owner },
            new NpgsqlParameter { Value = delay },
            new NpgsqlParameter { Value = wasRead }).ConfigureAwait(false);
    }

    /// <summary>Runs an action in a transaction that extends the lease, and fails if the lease was lost.</summary>
    private async Task UseAsync(ServerLease lease, Func<NpgsqlConnection, int, Task> use, CancellationToken cancellationToken)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        // The row is locked until the end of the transaction: no other worker can lease the server while something is being stored.
        var held = await PostgresCommands.QueryAsync(
            connection,
            "UPDATE logitems.servers SET lease_until = now() + $3 WHERE name = $1 AND owner = $2 RETURNING server_id",
            reader => reader.GetInt32(0),
            cancellationToken,
            new NpgsqlParameter { Value = lease.Server },
            new NpgsqlParameter { Value = lease.Owner },
            new NpgsqlParameter { Value = _lease }).ConfigureAwait(false);
        if (held is not [var server])
        {
            throw LeaseLostException.Of(lease);
        }

        await use(connection, server).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }
}

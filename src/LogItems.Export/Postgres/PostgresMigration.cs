using Npgsql;

namespace LogItems.Export.Postgres;

/// <summary>Creates the tables, or upgrades those of an earlier version; one worker at a time, in one transaction.</summary>
internal static class PostgresMigration
{
    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await ExecuteAsync(connection, $"SELECT pg_advisory_xact_lock({PostgresSchema.Lock})", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(
            connection,
            "CREATE SCHEMA IF NOT EXISTS logitems; CREATE TABLE IF NOT EXISTS logitems.schema_version (version int NOT NULL)",
            cancellationToken).ConfigureAwait(false);
        var version = await ReadVersionAsync(connection, cancellationToken).ConfigureAwait(false);
        if (version > PostgresSchema.Steps.Count)
        {
            throw new InvalidOperationException(
                $"The tables in the schema 'logitems' have version {version}, and this program supports versions up to {PostgresSchema.Steps.Count}; "
                + "a newer program has upgraded them. Use the newer one here, too.");
        }

        foreach (var step in PostgresSchema.Steps.Skip(version))
        {
            await ExecuteAsync(connection, step, cancellationToken).ConfigureAwait(false);
        }

        if (version < PostgresSchema.Steps.Count)
        {
            await ExecuteAsync(
                connection,
                $"DELETE FROM logitems.schema_version; INSERT INTO logitems.schema_version VALUES ({PostgresSchema.Steps.Count})",
                cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> ReadVersionAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand("SELECT coalesce(max(version), 0) FROM logitems.schema_version", connection);
        await using var _ = command.ConfigureAwait(false);
        return (int)(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using var _ = command.ConfigureAwait(false);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

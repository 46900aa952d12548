using LogItems.Export.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace LogItems.Export;

public sealed partial class PostgresCheckpointStore
{
    private const string SelectSessions = """
        SELECT c.session_id, c.ended_at, c.version, c.is_complete, c.attempts
          FROM logitems.checkpoint_sessions c JOIN logitems.servers s USING (server_id) WHERE s.name = $1
        """;

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<ServerProgress>?> LoadProgressAsync(CancellationToken cancellationToken = default) => await QueryAsync(
        "SELECT name, now() - read_at, owner IS NOT NULL AND lease_until > now() FROM logitems.servers WHERE name = ANY ($1)",
        reader => new ServerProgress(reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetTimeSpan(1), reader.GetBoolean(2)),
        cancellationToken,
        new NpgsqlParameter { Value = _servers }).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        NpgsqlParameter name = new() { Value = lease.Server };
        return sessions is null
            ? await QueryAsync(SelectSessions, Session, cancellationToken, name).ConfigureAwait(false)
            : await QueryAsync(
                SelectSessions + " AND (NOT c.is_complete OR c.session_id = ANY ($2))",
                Session,
                cancellationToken,
                name,
                new NpgsqlParameter { Value = sessions.ToArray() }).ConfigureAwait(false);

        static SessionCheckpoint Session(NpgsqlDataReader reader) =>
            new(reader.GetGuid(0), PostgresCommands.Time(reader, 1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetInt32(4));
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return await QueryAsync(
            """
            SELECT c.items FROM logitems.checkpoint_items c JOIN logitems.servers s USING (server_id)
              WHERE s.name = $1 AND c.session_id = $2 ORDER BY c.part
            """,
            reader => reader.GetFieldValue<byte[]>(0),
            cancellationToken,
            new NpgsqlParameter { Value = lease.Server },
            new NpgsqlParameter { Value = sessionId }).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(change);
        return UseAsync(lease, (connection, server) => SaveAsync(connection, server, change, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public override async Task DeliverAsync(
        ServerLease lease, ExportBatch batch, CheckpointChange change, IExportSink sink, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(change);
        if (sink is not PostgresSink postgres || postgres.Source != _source)
        {
            await base.DeliverAsync(lease, batch, change, sink, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            await WriteAsync(isFirst: true).ConfigureAwait(false);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            // The items exist although the checkpoint does not contain them, because it was deleted or belongs to another database.
            await WriteAsync(isFirst: false).ConfigureAwait(false);
        }

        Task WriteAsync(bool isFirst) => UseAsync(
            lease,
            async (connection, server) =>
            {
                await PostgresSink.WriteAsync(connection, batch, isFirst, cancellationToken).ConfigureAwait(false);
                await SaveAsync(connection, server, change, cancellationToken).ConfigureAwait(false);
            },
            cancellationToken);
    }

    private static async Task SaveAsync(NpgsqlConnection connection, int server, CheckpointChange change, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using var _ = batch.ConfigureAwait(false);
        if (change.Server is { } stored)
        {
            Add("UPDATE logitems.servers SET horizon = $2, listed_all_at = $3 WHERE server_id = $1", Time(stored.Horizon), Time(stored.ListedAllAt));
        }

        foreach (var (session, items) in change.Items)
        {
            Add("INSERT INTO logitems.checkpoint_items (server_id, session_id, items) VALUES ($1, $2, $3)", Value(session), Value(items));
        }

        foreach (var session in change.Sessions)
        {
            Add(
                """
                INSERT INTO logitems.checkpoint_sessions VALUES ($1, $2, $3, $4, $5, $6)
                  ON CONFLICT (server_id, session_id) DO UPDATE SET
                    ended_at = excluded.ended_at, version = excluded.version, is_complete = excluded.is_complete, attempts = excluded.attempts
                """,
                Value(session.SessionId),
                Time(session.EndedAt),
                Value(session.Version),
                Value(session.IsComplete),
                Value(session.Attempts));
        }

        Guid[] ended = [.. change.Sessions.Where(session => session.IsComplete).Select(session => session.SessionId), .. change.Gone];
        if (ended.Length > 0)
        {
            Add("DELETE FROM logitems.checkpoint_items WHERE server_id = $1 AND session_id = ANY ($2)", Value(ended));
        }

        if (change.Gone.Count > 0)
        {
            Add("DELETE FROM logitems.checkpoint_sessions WHERE server_id = $1 AND session_id = ANY ($2)", Value(change.Gone.ToArray()));
        }

        if (batch.BatchCommands.Count > 0)
        {
            await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        void Add(string sql, params NpgsqlParameter[] parameters)
        {
            var command = new NpgsqlBatchCommand(sql);
            command.Parameters.Add(Value(server));
            command.Parameters.AddRange(parameters);
            batch.BatchCommands.Add(command);
        }

        static NpgsqlParameter Value(object value) => new() { Value = value };

        static NpgsqlParameter Time(DateTimeOffset? time) => new() { Value = PostgresCommands.Time(time), NpgsqlDbType = NpgsqlDbType.Bigint };
    }

    private async Task<List<T>> QueryAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params NpgsqlParameter[] parameters)
    {
        var connection = await _source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        return await PostgresCommands.QueryAsync(connection, sql, read, cancellationToken, parameters).ConfigureAwait(false);
    }
}

using LogItems.Export.Checkpoints;
using Microsoft.Data.Sqlite;

namespace LogItems.Export;

public sealed partial class SqliteCheckpointStore
{
    /// <inheritdoc/>
    public override Task<IReadOnlyList<SessionCheckpoint>> LoadSessionsAsync(
        ServerLease lease, IReadOnlyCollection<Guid>? sessions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return UseAsync<IReadOnlyList<SessionCheckpoint>>(
            () =>
            {
                List<SessionCheckpoint> found = [];
                Read(Command(sessions is null ? SqliteSchema.LoadAll : SqliteSchema.LoadOpen, ("$server", lease.Server)), found);
                foreach (var session in sessions ?? [])
                {
                    Read(Command(SqliteSchema.LoadOne, ("$server", lease.Server), ("$session", session.ToByteArray())), found);
                }

                return found;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<byte[]>> LoadItemsAsync(ServerLease lease, Guid sessionId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        return UseAsync<IReadOnlyList<byte[]>>(
            () =>
            {
                List<byte[]> parts = [];
                using var command = Command(SqliteSchema.LoadItems, ("$server", lease.Server), ("$session", sessionId.ToByteArray()));
                using var reader = command.ExecuteReader();
                while (reader.Read())
                {
                    parts.Add(reader.GetFieldValue<byte[]>(0));
                }

                return parts;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public override Task SaveAsync(ServerLease lease, CheckpointChange change, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(lease);
        ArgumentNullException.ThrowIfNull(change);
        return UseAsync(
            () =>
            {
                using var transaction = _connection.BeginTransaction();
                Save(lease.Server, change);
                transaction.Commit();
                return true;
            },
            cancellationToken);
    }

    private Task<ServerCheckpoint> LoadServerAsync(string server, CancellationToken cancellationToken) => UseAsync(
        () =>
        {
            using var command = Command(SqliteSchema.LoadServer, ("$server", server));
            using var reader = command.ExecuteReader();
            return reader.Read() ? new ServerCheckpoint(Time(reader, 0), Time(reader, 1)) : ServerCheckpoint.None;
        },
        cancellationToken);

    private void Save(string server, CheckpointChange change)
    {
        if (change.Server is { } stored)
        {
            Execute(SqliteSchema.SaveServer, ("$server", server), ("$horizon", Ticks(stored.Horizon)), ("$listedAllAt", Ticks(stored.ListedAllAt)));
        }

        foreach (var (session, items) in change.Items)
        {
            Execute(SqliteSchema.SaveItems, ("$server", server), ("$session", session.ToByteArray()), ("$items", items));
        }

        foreach (var session in change.Sessions)
        {
            Execute(
                SqliteSchema.SaveSession,
                ("$server", server),
                ("$session", session.SessionId.ToByteArray()),
                ("$endedAt", Ticks(session.EndedAt)),
                ("$version", session.Version),
                ("$isComplete", session.IsComplete),
                ("$attempts", session.Attempts));
        }

        foreach (var session in change.Sessions.Where(session => session.IsComplete).Select(session => session.SessionId).Concat(change.Gone))
        {
            Execute(SqliteSchema.RemoveItems, ("$server", server), ("$session", session.ToByteArray()));
        }

        foreach (var session in change.Gone)
        {
            Execute(SqliteSchema.RemoveSession, ("$server", server), ("$session", session.ToByteArray()));
        }
    }

    private static void Read(SqliteCommand command, List<SessionCheckpoint> target)
    {
        using (command)
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var id = new Guid(reader.GetFieldValue<byte[]>(0));
                target.Add(new SessionCheckpoint(id, Time(reader, 1), reader.GetInt64(2), reader.GetBoolean(3), reader.GetInt32(4)));
            }
        }
    }

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private async Task<T> UseAsync<T>(Func<T> use, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return use();
        }
        catch (SqliteException exception)
        {
            throw new IOException($"Using the checkpoints in '{_connection.DataSource}' failed: {exception.Message}", exception);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static object Ticks(DateTimeOffset? time) => time?.UtcTicks ?? (object)DBNull.Value;

    private static DateTimeOffset? Time(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : new DateTimeOffset(reader.GetInt64(column), TimeSpan.Zero);
}

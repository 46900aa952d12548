using LogItems.Monitoring;
using Npgsql;
using NpgsqlTypes;

namespace LogItems.Export.Postgres;

/// <summary>Writes items by <c>COPY</c>, in binary.</summary>
internal static class ItemCopy
{
    private const string Columns = "(server_id, session_id, item_key, usn, level, text, started_at, ended_at, object_kind, object, cause)";

    /// <summary>Writes the items of sessions of which no item was exported before straight into the table.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, int server, IEnumerable<ExportSession> sessions, CancellationToken cancellationToken) =>
        CopyAsync(connection, $"COPY logitems.items {Columns} FROM STDIN (FORMAT BINARY)", server, sessions, cancellationToken);

    /// <summary>Writes items beside the table and then into it: those that are there already are replaced.</summary>
    public static async Task UpsertAsync(NpgsqlConnection connection, int server, IEnumerable<ExportSession> sessions, CancellationToken cancellationToken)
    {
        await PostgresCommands.ExecuteAsync(
            connection,
            "CREATE TEMP TABLE IF NOT EXISTS incoming_items (LIKE logitems.items) ON COMMIT DELETE ROWS",
            cancellationToken).ConfigureAwait(false);
        await CopyAsync(connection, $"COPY incoming_items {Columns} FROM STDIN (FORMAT BINARY)", server, sessions, cancellationToken).ConfigureAwait(false);
        await PostgresCommands.ExecuteAsync(
            connection,
            """
            INSERT INTO logitems.items SELECT * FROM incoming_items
              ON CONFLICT (server_id, session_id, item_key) DO UPDATE SET
                usn = excluded.usn, level = excluded.level, text = excluded.text, started_at = excluded.started_at, ended_at = excluded.ended_at,
                object_kind = excluded.object_kind, object = excluded.object, cause = excluded.cause
            """,
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task CopyAsync(
        NpgsqlConnection connection, string sql, int server, IEnumerable<ExportSession> sessions, CancellationToken cancellationToken)
    {
        var writer = await connection.BeginBinaryImportAsync(sql, cancellationToken).ConfigureAwait(false);
        await using var _ = writer.ConfigureAwait(false);
        foreach (var session in sessions)
        {
            foreach (var (key, item) in session.Items)
            {
                await writer.StartRowAsync(cancellationToken).ConfigureAwait(false);
                Write(writer, server, session.Session.Id, key, item);
            }
        }

        await writer.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a row into the buffer of the connection.</summary>
    private static void Write(NpgsqlBinaryImporter writer, int server, Guid session, Guid key, LogItem item)
    {
        writer.Write(server, NpgsqlDbType.Integer);
        writer.Write(session, NpgsqlDbType.Uuid);
        writer.Write(key, NpgsqlDbType.Uuid);
        writer.Write(item.Usn, NpgsqlDbType.Bigint);
        WriteText(writer, item.LevelText);
        WriteText(writer, item.Text);
        WriteTime(writer, item.StartedAt);
        WriteTime(writer, item.EndedAt);
        var failure = item.Level is LogItemLevel.Success or LogItemLevel.Running or LogItemLevel.Stop ? null : FailureSignature.Of(item);
        WriteText(writer, failure?.ObjectKind?.ToString());
        WriteText(writer, failure?.ObjectName);
        WriteText(writer, failure?.Cause);
    }

    private static void WriteText(NpgsqlBinaryImporter writer, string? text)
    {
        if (text is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.Write(PostgresText.Of(text), NpgsqlDbType.Text);
        }
    }

    private static void WriteTime(NpgsqlBinaryImporter writer, DateTimeOffset? time)
    {
        if (time is { } known)
        {
            writer.Write(known.UtcDateTime, NpgsqlDbType.TimestampTz);
        }
        else
        {
            writer.WriteNull();
        }
    }
}

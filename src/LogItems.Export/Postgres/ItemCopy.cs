using Npgsql;

namespace LogItems.Export.Postgres;

/// <summary>Writes items by binary <c>COPY</c>.</summary>
internal static class ItemCopy
{
    private const string Columns = "(server_id, session_id, item_key, usn, level, text, started_at, ended_at, object_kind, object, cause)";
    private const short ColumnCount = 11;

    /// <summary>Writes the items of sessions without exported items directly into the table.</summary>
    public static Task InsertAsync(NpgsqlConnection connection, int server, IEnumerable<ExportSession> sessions, CancellationToken cancellationToken) =>
        CopyAsync(connection, $"COPY logitems.items {Columns} FROM STDIN (FORMAT BINARY)", server, sessions, cancellationToken);

    /// <summary>Writes items to a temporary table and merges them into the table, where they replace existing ones.</summary>
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
        var copy = await BinaryCopy.BeginAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        await using var _ = copy.ConfigureAwait(false);
        foreach (var session in sessions)
        {
            foreach (var item in session.Items)
            {
                Write(copy, server, session.Session.Id, item);
                await copy.FlushIfNeededAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        await copy.CompleteAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a row.</summary>
    private static void Write(BinaryCopy copy, int server, Guid session, ExportItem entry)
    {
        var (key, item) = entry;
        copy.StartRow(ColumnCount);
        copy.Write(server);
        copy.Write(session);
        copy.Write(key);
        copy.Write(item.Usn);
        copy.Write(item.LevelText);
        copy.Write(item.Text);
        copy.Write(item.StartedAt);
        copy.Write(item.EndedAt);
        var failure = entry.GetFailure();
        copy.Write(failure?.ObjectKind?.ToString());
        copy.Write(failure?.ObjectName);
        copy.Write(failure?.Cause);
    }
}

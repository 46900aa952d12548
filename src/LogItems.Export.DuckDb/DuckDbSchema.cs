using DuckDB.NET.Data;

namespace LogItems.Export.DuckDb;

/// <summary>The tables in DuckDB, as migrations from version to version: a released migration never changes.</summary>
internal static class DuckDbSchema
{
    public static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE logitems.servers (server_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL UNIQUE, labels JSON NOT NULL);
        CREATE TABLE logitems.sessions (
          server_id INTEGER NOT NULL, session_id UUID NOT NULL,
          job_id UUID, job VARCHAR, job_type VARCHAR, status VARCHAR, started_at TIMESTAMPTZ, ended_at TIMESTAMPTZ,
          details VARCHAR, transferred_bytes BIGINT, processing_rate_bytes_per_second BIGINT, processing_rate_items_per_second BIGINT, bottleneck VARCHAR,
          observed_at TIMESTAMPTZ NOT NULL,
          PRIMARY KEY (server_id, session_id));
        CREATE TABLE logitems.items (
          server_id INTEGER NOT NULL, session_id UUID NOT NULL, item_key UUID NOT NULL,
          usn BIGINT NOT NULL, level VARCHAR, text VARCHAR NOT NULL, started_at TIMESTAMPTZ, ended_at TIMESTAMPTZ,
          object_kind VARCHAR, object VARCHAR, cause VARCHAR,
          PRIMARY KEY (server_id, session_id, item_key));

        CREATE VIEW logitems.log_items AS
          SELECT v.name AS server, v.labels, v.labels ->> 'customer' AS customer, v.labels ->> 'site' AS site,
                 s.job, s.status AS session_status, i.session_id, i.item_key, i.usn, i.level, i.text, i.started_at, i.ended_at,
                 i.ended_at - i.started_at AS duration, i.object_kind, i.object, i.cause
            FROM logitems.items i JOIN logitems.sessions s USING (server_id, session_id) JOIN logitems.servers v USING (server_id);
        CREATE VIEW logitems.failures AS SELECT * FROM logitems.log_items WHERE cause IS NOT NULL;
        """,
    ];

    /// <summary>Creates the tables, or upgrades those of an earlier version, atomically.</summary>
    public static void Create(DuckDBConnection connection)
    {
        using var transaction = connection.BeginTransaction();
        Execute(connection, "CREATE SCHEMA IF NOT EXISTS logitems; CREATE TABLE IF NOT EXISTS logitems.schema_version (version INTEGER NOT NULL)");
        var version = ReadVersion(connection);
        if (version > Steps.Count)
        {
            throw new InvalidOperationException(
                $"The tables in the schema 'logitems' have version {version}, and this program supports versions up to {Steps.Count}; a newer program "
                + "has upgraded them. Use the newer one here, too.");
        }

        foreach (var step in Steps.Skip(version))
        {
            Execute(connection, step);
        }

        Execute(connection, $"DELETE FROM logitems.schema_version; INSERT INTO logitems.schema_version VALUES ({Steps.Count})");
        transaction.Commit();

        // The staging tables, from which rows are merged.
        Execute(
            connection,
            """
            CREATE TEMP TABLE incoming_sessions AS FROM logitems.sessions LIMIT 0;
            CREATE TEMP TABLE incoming_items AS FROM logitems.items LIMIT 0
            """);
    }

    private static int ReadVersion(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT coalesce(max(version), 0)::INTEGER FROM logitems.schema_version";
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetInt32(0) : 0;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

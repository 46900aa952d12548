namespace LogItems.Export.Postgres;

/// <summary>The tables in PostgreSQL, as migrations from version to version: a released migration never changes.</summary>
/// <remarks>The times of checkpoints are ticks (100 ns) of UTC: they are compared with those of the server, and a <c>timestamptz</c> is less precise.</remarks>
internal static class PostgresSchema
{
    /// <summary>The number of the advisory lock under which tables are changed: the ASCII codes of "LogItems".</summary>
    public const long Lock = 0x4C6F674974656D73;

    public static readonly IReadOnlyList<string> Steps =
    [
        """
        CREATE TABLE logitems.servers (
          server_id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
          name text NOT NULL UNIQUE,
          labels jsonb NOT NULL DEFAULT '{}',
          owner uuid, lease_until timestamptz, due_at timestamptz NOT NULL DEFAULT now(),
          horizon bigint, listed_all_at bigint);
        CREATE TABLE logitems.checkpoint_sessions (
          server_id int NOT NULL, session_id uuid NOT NULL,
          ended_at bigint, version bigint NOT NULL, is_complete bool NOT NULL, attempts int NOT NULL,
          PRIMARY KEY (server_id, session_id));
        CREATE INDEX checkpoint_open ON logitems.checkpoint_sessions (server_id) WHERE NOT is_complete;
        CREATE TABLE logitems.checkpoint_items (
          part bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, server_id int NOT NULL, session_id uuid NOT NULL, items bytea NOT NULL);
        CREATE INDEX checkpoint_items_of_session ON logitems.checkpoint_items (server_id, session_id);

        CREATE TABLE logitems.sessions (
          server_id int NOT NULL, session_id uuid NOT NULL,
          job_id uuid, job text, job_type text, status text, started_at timestamptz, ended_at timestamptz,
          details text, transferred_bytes bigint, processing_rate_bytes_per_second bigint, processing_rate_items_per_second bigint, bottleneck text,
          observed_at timestamptz NOT NULL,
          PRIMARY KEY (server_id, session_id));
        CREATE INDEX sessions_by_start ON logitems.sessions (started_at);
        CREATE TABLE logitems.items (
          server_id int NOT NULL, session_id uuid NOT NULL, item_key uuid NOT NULL,
          usn bigint NOT NULL, level text, text text NOT NULL, started_at timestamptz, ended_at timestamptz,
          object_kind text, object text, cause text,
          PRIMARY KEY (server_id, session_id, item_key));
        CREATE INDEX failures_by_start ON logitems.items (started_at) WHERE cause IS NOT NULL;

        CREATE VIEW logitems.log_items AS
          SELECT v.name AS server, v.labels, v.labels ->> 'customer' AS customer, v.labels ->> 'site' AS site,
                 s.job, s.status AS session_status, i.session_id, i.item_key, i.usn, i.level, i.text, i.started_at, i.ended_at,
                 i.ended_at - i.started_at AS duration, i.object_kind, i.object, i.cause
            FROM logitems.items i JOIN logitems.sessions s USING (server_id, session_id) JOIN logitems.servers v USING (server_id);
        CREATE VIEW logitems.failures AS SELECT * FROM logitems.log_items WHERE cause IS NOT NULL;
        COMMENT ON VIEW logitems.failures IS
          'Log items that ended with a warning or an error, or with a level that is not known, with the object and the cause.';
        """,
        "ALTER TABLE logitems.servers ADD COLUMN read_at timestamptz",
    ];
}

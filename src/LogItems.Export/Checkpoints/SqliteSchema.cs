namespace LogItems.Export.Checkpoints;

/// <summary>The tables of the checkpoints in SQLite.</summary>
internal static class SqliteSchema
{
    /// <summary>SQLite's error codes for a file locked by another process.</summary>
    public const int Busy = 5, Locked = 6;

    /// <summary>
    /// The file is locked by one process. Transactions survive a crash of the process; the last ones can be lost in a power failure, and then their items
    /// are exported again.
    /// </summary>
    public const string Open = "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = OFF;";

    public const string Tables = """
        BEGIN EXCLUSIVE;
        CREATE TABLE IF NOT EXISTS servers (name TEXT PRIMARY KEY, horizon INTEGER, listed_all_at INTEGER) WITHOUT ROWID;
        CREATE TABLE IF NOT EXISTS sessions (
          server TEXT NOT NULL, session_id BLOB NOT NULL, ended_at INTEGER, version INTEGER NOT NULL, is_complete INTEGER NOT NULL, attempts INTEGER NOT NULL,
          PRIMARY KEY (server, session_id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS open_sessions ON sessions (server) WHERE NOT is_complete;
        CREATE TABLE IF NOT EXISTS items (part INTEGER PRIMARY KEY, server TEXT NOT NULL, session_id BLOB NOT NULL, items BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS items_of_session ON items (server, session_id, part);
        COMMIT;
        """;

    public const string LoadServer = "SELECT horizon, listed_all_at FROM servers WHERE name = $server";

    public const string LoadAll = "SELECT session_id, ended_at, version, is_complete, attempts FROM sessions WHERE server = $server";

    public const string LoadOpen = LoadAll + " AND NOT is_complete";

    public const string LoadOne = LoadAll + " AND is_complete AND session_id = $session";

    public const string LoadItems = "SELECT items FROM items WHERE server = $server AND session_id = $session ORDER BY part";

    public const string SaveServer = "INSERT OR REPLACE INTO servers VALUES ($server, $horizon, $listedAllAt)";

    public const string SaveSession = "INSERT OR REPLACE INTO sessions VALUES ($server, $session, $endedAt, $version, $isComplete, $attempts)";

    public const string SaveItems = "INSERT INTO items (server, session_id, items) VALUES ($server, $session, $items)";

    public const string RemoveItems = "DELETE FROM items WHERE server = $server AND session_id = $session";

    public const string RemoveSession = "DELETE FROM sessions WHERE server = $server AND session_id = $session";
}

using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using LogItems.Monitoring;

namespace LogItems.Export.DuckDb;

/// <summary>Writes a batch: rows are appended to staging tables and then merged, so that existing rows are replaced.</summary>
internal static class DuckDbBatch
{
    private const string Merge = """
        INSERT INTO logitems.sessions SELECT * FROM incoming_sessions
          ON CONFLICT (server_id, session_id) DO UPDATE SET
            job_id = excluded.job_id, job = excluded.job, job_type = excluded.job_type, status = excluded.status, started_at = excluded.started_at,
            ended_at = excluded.ended_at, details = excluded.details, transferred_bytes = excluded.transferred_bytes,
            processing_rate_bytes_per_second = excluded.processing_rate_bytes_per_second,
            processing_rate_items_per_second = excluded.processing_rate_items_per_second, bottleneck = excluded.bottleneck, observed_at = excluded.observed_at;
        INSERT INTO logitems.items SELECT * FROM incoming_items
          ON CONFLICT (server_id, session_id, item_key) DO UPDATE SET
            usn = excluded.usn, level = excluded.level, text = excluded.text, started_at = excluded.started_at, ended_at = excluded.ended_at,
            object_kind = excluded.object_kind, object = excluded.object, cause = excluded.cause;
        DELETE FROM incoming_sessions;
        DELETE FROM incoming_items
        """;

    /// <summary>Writes a batch as part of a transaction.</summary>
    public static void Write(DuckDBConnection connection, ExportBatch batch)
    {
        var server = GetServer(connection, batch);
        using (var sessions = connection.CreateAppender("incoming_sessions"))
        {
            foreach (var session in batch.Sessions)
            {
                Append(sessions.CreateRow(), server, session, batch.ObservedAt);
            }
        }

        using (var items = connection.CreateAppender("incoming_items"))
        {
            foreach (var session in batch.Sessions)
            {
                foreach (var item in session.Items)
                {
                    Append(items.CreateRow(), server, session.Session.Id, item);
                }
            }
        }

        using var command = connection.CreateCommand();
        command.CommandText = Merge;
        command.ExecuteNonQuery();
    }

    /// <summary>Gets the number of the server in the tables; adds it if it is missing, and updates its labels.</summary>
    private static int GetServer(DuckDBConnection connection, ExportBatch batch)
    {
        var labels = new JsonObject(batch.Labels.Select(label => KeyValuePair.Create(label.Key, (JsonNode?)label.Value))).ToJsonString();
        using var command = connection.CreateCommand();
        command.CommandText = """
            INSERT INTO logitems.servers SELECT coalesce(max(server_id), 0) + 1, $name, $labels FROM logitems.servers
              ON CONFLICT (name) DO UPDATE SET labels = excluded.labels RETURNING server_id
            """;
        command.Parameters.Add(new DuckDBParameter("name", batch.Server));
        command.Parameters.Add(new DuckDBParameter("labels", labels));
        using var reader = command.ExecuteReader();
        reader.Read();
        return reader.GetInt32(0);
    }

    private static void Append(IDuckDBAppenderRow row, int server, ExportSession record, DateTimeOffset observedAt)
    {
        var session = record.Session;
        var statistics = session.Statistics;
        row.AppendValue(server)
            .AppendValue(session.Id)
            .AppendValue(session.GetJobId())
            .AppendValue(Text(record.JobName))
            .AppendValue(Text(session.JobTypeText))
            .AppendValue(Text(session.StatusText))
            .AppendValue(session.StartedAt)
            .AppendValue(session.EndedAt)
            .AppendValue(Text(session.Details))
            .AppendValue(statistics?.TransferredBytes)
            .AppendValue(statistics?.ProcessingRateBytesPerSecond)
            .AppendValue(statistics?.ProcessingRateItemsPerSecond)
            .AppendValue(Text(statistics?.BottleneckText))
            .AppendValue(observedAt)
            .EndRow();
    }

    private static void Append(IDuckDBAppenderRow row, int server, Guid session, ExportItem record)
    {
        var (key, item) = record;
        var failure = record.GetFailure();
        row.AppendValue(server)
            .AppendValue(session)
            .AppendValue(key)
            .AppendValue(item.Usn)
            .AppendValue(Text(item.LevelText))
            .AppendValue(Text(item.Text))
            .AppendValue(item.StartedAt)
            .AppendValue(item.EndedAt)
            .AppendValue(failure?.ObjectKind?.ToString())
            .AppendValue(Text(failure?.ObjectName))
            .AppendValue(Text(failure?.Cause))
            .EndRow();
    }

    /// <summary>Replaces U+0000, at which DuckDB.NET's appender silently truncates a text.</summary>
    private static string? Text(string? text) => text?.Replace('\0', '\uFFFD');
}

using LogItems.Export.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace LogItems.Export;

/// <summary>Exports to tables of PostgreSQL 12 or later, in the schema <c>logitems</c>.</summary>
/// <remarks>
/// An item that is written again replaces the previous one, by server, session and key. Together with <see cref="PostgresCheckpointStore"/> on the same data
/// source, items and checkpoint are written in one transaction. PostgreSQL stores times in microseconds; U+0000 and lone surrogates become U+FFFD.
/// </remarks>
public sealed class PostgresSink : IExportSink
{
    private const string UpsertSession = """
        INSERT INTO logitems.sessions VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
          ON CONFLICT (server_id, session_id) DO UPDATE SET
            job_id = excluded.job_id, job = excluded.job, job_type = excluded.job_type, status = excluded.status, started_at = excluded.started_at,
            ended_at = excluded.ended_at, details = excluded.details, transferred_bytes = excluded.transferred_bytes,
            processing_rate_bytes_per_second = excluded.processing_rate_bytes_per_second,
            processing_rate_items_per_second = excluded.processing_rate_items_per_second, bottleneck = excluded.bottleneck, observed_at = excluded.observed_at
        """;

    /// <summary>Creates a sink.</summary>
    /// <param name="source">The database; not disposed of.</param>
    public PostgresSink(NpgsqlDataSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Source = source;
    }

    /// <summary>The database.</summary>
    public NpgsqlDataSource Source { get; }

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellationToken = default) => PostgresMigration.RunAsync(Source, cancellationToken);

    /// <inheritdoc/>
    public async Task WriteAsync(ExportBatch batch, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var connection = await Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = connection.ConfigureAwait(false);
        var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = transaction.ConfigureAwait(false);
        await WriteAsync(connection, batch, isFirst: false, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Writes a batch as part of a transaction.</summary>
    /// <param name="connection">The connection, in a transaction.</param>
    /// <param name="batch">The batch.</param>
    /// <param name="isFirst">Whether new sessions are known to be absent from the table.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    internal static async Task WriteAsync(NpgsqlConnection connection, ExportBatch batch, bool isFirst, CancellationToken cancellationToken)
    {
        var server = await ServerIds.GetAsync(connection, batch.Server, batch.Labels, cancellationToken).ConfigureAwait(false);
        var command = new NpgsqlBatch(connection);
        await using (command.ConfigureAwait(false))
        {
            foreach (var session in batch.Sessions)
            {
                command.BatchCommands.Add(Upsert(server, session, batch.ObservedAt));
            }

            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        var added = batch.Sessions.Where(session => isFirst && session.IsNew && session.Items.Count > 0).ToList();
        if (added.Count > 0)
        {
            await ItemCopy.InsertAsync(connection, server, added, cancellationToken).ConfigureAwait(false);
        }

        var changed = batch.Sessions.Where(session => !(isFirst && session.IsNew) && session.Items.Count > 0).ToList();
        if (changed.Count > 0)
        {
            await ItemCopy.UpsertAsync(connection, server, changed, cancellationToken).ConfigureAwait(false);
        }
    }

    private static NpgsqlBatchCommand Upsert(int server, ExportSession record, DateTimeOffset observedAt)
    {
        var session = record.Session;
        var statistics = session.Statistics;
        return new NpgsqlBatchCommand(UpsertSession)
        {
            Parameters =
            {
                new() { Value = server },
                new() { Value = session.Id },
                Value(Monitoring.JobSessionExtensions.GetJobId(session), NpgsqlDbType.Uuid),
                Text(record.JobName),
                Text(session.JobTypeText),
                Text(session.StatusText),
                Value(session.StartedAt?.UtcDateTime, NpgsqlDbType.TimestampTz),
                Value(session.EndedAt?.UtcDateTime, NpgsqlDbType.TimestampTz),
                Text(session.Details),
                Value(statistics?.TransferredBytes, NpgsqlDbType.Bigint),
                Value(statistics?.ProcessingRateBytesPerSecond, NpgsqlDbType.Bigint),
                Value(statistics?.ProcessingRateItemsPerSecond, NpgsqlDbType.Bigint),
                Text(statistics?.BottleneckText),
                Value(observedAt.UtcDateTime, NpgsqlDbType.TimestampTz),
            },
        };
    }

    private static NpgsqlParameter Text(string? text) => Value(text is null ? null : PostgresText.Of(text), NpgsqlDbType.Text);

    private static NpgsqlParameter Value(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}

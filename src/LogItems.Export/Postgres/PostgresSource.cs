using Npgsql;

namespace LogItems.Export;

/// <summary>Opens databases with only the parts of Npgsql that the export needs and that support Native AOT.</summary>
public static class PostgresSource
{
    private const int ConnectionsPerPoll = 2;

    /// <summary>Creates a data source for <see cref="PostgresSink"/> and <see cref="PostgresCheckpointStore"/>.</summary>
    /// <param name="connectionString">An Npgsql connection string; settings that are absent come from PGPASSWORD, PGPASSFILE and so on.</param>
    /// <param name="maxConcurrency">
    /// The number of servers that are polled at the same time. Each takes up to two connections, for a batch and for its lease: more than 50 servers need more
    /// than Npgsql's limit of 100, so the limit is raised unless the connection string sets <c>Maximum Pool Size</c>. The database has to allow as many
    /// (<c>max_connections</c>). Null to leave the limit as it is.
    /// </param>
    /// <exception cref="ArgumentException">The text is not a connection string.</exception>
    public static NpgsqlDataSource Create(string connectionString, int? maxConcurrency = null)
    {
        // A connection that is used again needs no reset, a statement on each use: nothing here changes its settings.
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString) { ConnectionStringBuilder = { NoResetOnClose = true } };
        if (maxConcurrency * ConnectionsPerPoll is { } needed && !builder.ConnectionStringBuilder.ShouldSerialize("Maximum Pool Size"))
        {
            builder.ConnectionStringBuilder.MaxPoolSize = Math.Max(builder.ConnectionStringBuilder.MaxPoolSize, needed);
        }

        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        builder.EnableJsonTypes();
        return builder.Build();
    }
}

using Npgsql;

namespace LogItems.Export;

/// <summary>Opens databases with only the parts of Npgsql that the export needs and that support Native AOT.</summary>
public static class PostgresSource
{
    /// <summary>Creates a data source for <see cref="PostgresSink"/> and <see cref="PostgresCheckpointStore"/>.</summary>
    /// <param name="connectionString">An Npgsql connection string; settings that are absent come from PGPASSWORD, PGPASSFILE and so on.</param>
    /// <exception cref="ArgumentException">The text is not a connection string.</exception>
    public static NpgsqlDataSource Create(string connectionString)
    {
        // A connection that is used again needs no reset, a statement on each use: nothing here changes its settings.
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString) { ConnectionStringBuilder = { NoResetOnClose = true } };
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        builder.EnableJsonTypes();
        return builder.Build();
    }
}

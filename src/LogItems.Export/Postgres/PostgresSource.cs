using Npgsql;

namespace LogItems.Export;

/// <summary>Opens databases with the parts of Npgsql that the export needs, and without those that prevent Native AOT.</summary>
public static class PostgresSource
{
    /// <summary>Creates a data source for <see cref="PostgresSink"/> and <see cref="PostgresCheckpointStore"/>.</summary>
    /// <param name="connectionString">An Npgsql connection string; what it does not specify comes from PGPASSWORD, PGPASSFILE and the like.</param>
    /// <exception cref="ArgumentException">It is not a connection string.</exception>
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

using Npgsql;

namespace LogItems.Export;

/// <summary>Opens databases with what the export needs of Npgsql, and nothing that stands in the way of Native AOT.</summary>
public static class PostgresSource
{
    /// <summary>Creates a data source for <see cref="PostgresSink"/> and <see cref="PostgresCheckpointStore"/>.</summary>
    /// <param name="connectionString">An Npgsql connection string; what it does not say comes from PGPASSWORD, PGPASSFILE and the like.</param>
    /// <exception cref="ArgumentException">It is not a connection string.</exception>
    public static NpgsqlDataSource Create(string connectionString)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        builder.EnableIntegratedSecurity();
        builder.EnableJsonTypes();
        return builder.Build();
    }
}

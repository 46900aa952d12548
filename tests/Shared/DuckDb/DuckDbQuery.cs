using System.Data.Common;
using DuckDB.NET.Data;

namespace LogItems.Tests.DuckDb;

/// <summary>Queries of DuckDB, which reads Parquet files and databases as users do; nothing is downloaded.</summary>
internal static class DuckDbQuery
{
    public static List<T> Read<T>(string sql, Func<DbDataReader, T> read, string database = ":memory:")
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET autoinstall_known_extensions = false; SET autoload_known_extensions = false; SET TimeZone = 'UTC'";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public static long Count(string sql, string database = ":memory:") => Read($"SELECT count(*) FROM {sql}", row => row.GetInt64(0), database)[0];
}

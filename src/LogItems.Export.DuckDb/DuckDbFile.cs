using System.Data.Common;
using DuckDB.NET.Data;

namespace LogItems.Export.DuckDb;

/// <summary>Opens database files, and explains failures.</summary>
internal static class DuckDbFile
{
    public static DuckDBConnection Open(string path)
    {
        var settings = new DbConnectionStringBuilder { ["Data Source"] = path };
        try
        {
            var connection = new DuckDBConnection(settings.ConnectionString);
            connection.Open();
            return connection;
        }
        catch (DuckDBException exception)
        {
            var advice = exception.Message.Contains("lock", StringComparison.OrdinalIgnoreCase)
                ? $"Another process has it open: end it, or export to another file. {exception.Message}"
                : exception.Message;
            throw new IOException($"Opening the DuckDB database '{path}' failed. {advice}", exception);
        }
        catch (Exception exception) when (exception.GetBaseException() is DllNotFoundException)
        {
            throw new IOException(
                $"Opening the DuckDB database '{path}' failed: DuckDB's library (libduckdb.so, duckdb.dll or libduckdb.dylib) was not found. "
                + "It is in the package DuckDB.NET.Bindings.Full, and at https://duckdb.org/install as the library for C and C++.",
                exception);
        }
    }
}

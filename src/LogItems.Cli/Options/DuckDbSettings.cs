using System.CommandLine;
using System.Runtime.InteropServices;
using LogItems.Cli.Hosting;
using LogItems.Export.DuckDb;

namespace LogItems.Cli.Options;

/// <summary>The database of <c>logitems export --to duckdb</c>.</summary>
internal sealed class DuckDbSettings
{
    private const string LibraryVariable = "LOGITEMS_DUCKDB";

    private readonly Option<string?> _database = new("--database")
    {
        HelpName = "FILE",
        Description = "DuckDB database file (default: backups.duckdb in the --output folder). The tool does not include DuckDB's library: install it, or set "
            + $"{LibraryVariable} to its path.",
    };

    public void AddTo(Command command) => command.Add(_database);

    /// <summary>Creates the sink.</summary>
    /// <exception cref="IOException">DuckDB's library cannot be loaded.</exception>
    public DuckDbSink Create(ParseResult parse, CommandEnvironment host, string folder)
    {
        LoadLibrary(host);
        return new DuckDbSink(parse.GetValue(_database) ?? Path.Combine(folder, "backups.duckdb"));
    }

    /// <summary>Rejects the option for other targets.</summary>
    /// <exception cref="UsageException">The option was specified.</exception>
    public void ThrowIfGiven(ParseResult parse) => OptionScope.ThrowIfGiven(parse, _database, "duckdb");

    /// <summary>Loads the library, which is not included: for all systems together, it is larger than the tool, and most users do not need it.</summary>
    private static void LoadLibrary(CommandEnvironment host)
    {
        var path = host.Variable(LibraryVariable);
        var (isLoaded, place) = path is { Length: > 0 }
            ? (NativeLibrary.TryLoad(path, out _), $"{LibraryVariable} is '{path}'")
            : (NativeLibrary.TryLoad("duckdb", typeof(DuckDbSink).Assembly, null, out _), "it is not installed on this machine");
        if (!isLoaded)
        {
            throw new IOException(
                $"DuckDB's library cannot be loaded; {place}. Download the library for C and C++ from https://duckdb.org/install, and set {LibraryVariable} to "
                + "the path of libduckdb.so, duckdb.dll or libduckdb.dylib.");
        }
    }
}

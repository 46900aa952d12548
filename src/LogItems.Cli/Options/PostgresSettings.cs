using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Export;
using Npgsql;

namespace LogItems.Cli.Options;

/// <summary>The database of <c>logitems export --to postgres</c>.</summary>
internal sealed class PostgresSettings
{
    private const string ConnectionVariable = "LOGITEMS_POSTGRES";

    private readonly Option<string?> _connection = new("--connection")
    {
        HelpName = "STRING",
        Description = "Npgsql connection string without a password: \"Host=db;Username=logitems;Database=backups\". The password comes from PGPASSWORD or "
            + $"PGPASSFILE. {ConnectionVariable} can hold a whole connection string.",
    };

    public void AddTo(Command command) => command.Add(_connection);

    /// <summary>Opens the database for a number of servers that are polled at the same time.</summary>
    /// <exception cref="UsageException">The connection string is missing or invalid.</exception>
    public NpgsqlDataSource Open(ParseResult parse, CommandEnvironment host, int maxConcurrency) =>
        PostgresSource.Create(Connection(parse, host), maxConcurrency);

    /// <summary>Rejects the option for other targets.</summary>
    /// <exception cref="UsageException">The option was specified.</exception>
    public void ThrowIfGiven(ParseResult parse) => OptionScope.ThrowIfGiven(parse, _connection, "postgres");

    private string Connection(ParseResult parse, CommandEnvironment host)
    {
        if (parse.GetValue(_connection) is not { Length: > 0 } given)
        {
            return host.Variable(ConnectionVariable) is { Length: > 0 } variable
                ? Parse(variable, ConnectionVariable).ConnectionString
                : throw new UsageException($"No database is specified. Set --connection or {ConnectionVariable} to an Npgsql connection string.");
        }

        return Parse(given, _connection.Name).Password is null
            ? given
            : throw new UsageException(
                $"--connection contains a password, which other users of this machine can read. Set PGPASSWORD or PGPASSFILE, or {ConnectionVariable} instead.");
    }

    private static NpgsqlConnectionStringBuilder Parse(string connection, string name)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            // Its message could quote a part of a password.
            throw new UsageException($"{name} is not an Npgsql connection string. Use one such as \"Host=db;Username=logitems;Database=backups\".");
        }
    }
}

using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Export;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LogItems.Cli.Options;

/// <summary>Where <c>logitems export</c> exports to, and where it stores how far it is.</summary>
internal sealed class ExportTarget
{
    private const string ConnectionVariable = "LOGITEMS_POSTGRES";

    private readonly ChoiceOption<Kind> _to = new(
        "--to",
        "Where to export to: PostgreSQL, files of JSON lines, or an OpenTelemetry receiver.",
        ("postgres", Kind.Postgres), ("jsonl", Kind.JsonLines), ("otlp", Kind.Otlp)) { Required = true };

    private readonly Option<string?> _connection = new("--connection")
    {
        HelpName = "STRING",
        Description = "Npgsql connection string without a password: \"Host=db;Username=logitems;Database=backups\". The password comes from PGPASSWORD or "
            + $"PGPASSFILE. {ConnectionVariable} can hold a whole connection string.",
    };

    private readonly Option<string> _folder = new("--output")
    {
        HelpName = "FOLDER",
        Description = "Folder of the files of JSON lines, and of the checkpoints.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _checkpoints = new("--checkpoints")
    {
        HelpName = "FILE",
        Description = "SQLite file that stores what was exported (default: logitems-checkpoints.db in the folder of --output). With --to postgres the "
            + "database stores it, and several workers can share the fleet.",
    };

    private readonly OtlpSettings _otlp = new();

    private enum Kind
    {
        Postgres,
        JsonLines,
        Otlp,
    }

    public void AddTo(Command command)
    {
        command.Add(_to);
        command.Add(_connection);
        command.Add(_folder);
        command.Add(_checkpoints);
        _otlp.AddTo(command);
    }

    public OpenTarget Open(ParseResult parse, CommandEnvironment host, ILogger log)
    {
        if (parse.GetValue(_to) == Kind.Otlp)
        {
            var sink = new OtlpSink(_otlp.Read(parse, host), log);
            return new OpenTarget(Checkpoints(parse, host), sink, null);
        }

        _otlp.ThrowIfGiven(parse);
        if (parse.GetValue(_to) == Kind.JsonLines)
        {
            return new OpenTarget(Checkpoints(parse, host), new JsonLinesSink(parse.GetValue(_folder)!, timeProvider: host.Time), null);
        }

        if (parse.GetValue(_checkpoints) is not null)
        {
            throw new UsageException("--checkpoints is for --to jsonl and --to otlp; with --to postgres the database stores what was exported. Leave it out.");
        }

        var source = PostgresSource.Create(Connection(parse, host));
        return new OpenTarget(new PostgresCheckpointStore(source), new PostgresSink(source), source);
    }

    private SqliteCheckpointStore Checkpoints(ParseResult parse, CommandEnvironment host)
    {
        var folder = parse.GetValue(_folder)!;
        Directory.CreateDirectory(folder);
        return SqliteCheckpointStore.Open(parse.GetValue(_checkpoints) ?? Path.Combine(folder, "logitems-checkpoints.db"), host.Time);
    }

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
                "--connection contains a password, which other users of this machine can read. "
                + $"Set PGPASSWORD or PGPASSFILE, or {ConnectionVariable} instead.");
    }

    private static NpgsqlConnectionStringBuilder Parse(string connection, string name)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connection);
        }
        catch (ArgumentException)
        {
            // Its message quotes what could be a part of a password.
            throw new UsageException($"{name} is not an Npgsql connection string. Use one such as \"Host=db;Username=logitems;Database=backups\".");
        }
    }

    /// <summary>What was opened, to be closed in the end.</summary>
    internal sealed record OpenTarget(CheckpointStore Store, IExportSink Sink, NpgsqlDataSource? Source) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Sink.DisposeAsync();
            await Store.DisposeAsync();
            if (Source is not null)
            {
                await Source.DisposeAsync();
            }
        }
    }
}

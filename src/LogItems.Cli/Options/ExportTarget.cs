using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Export;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LogItems.Cli.Options;

/// <summary>The target of <c>logitems export</c>, and the storage of its checkpoints.</summary>
internal sealed class ExportTarget
{
    private readonly ChoiceOption<Kind> _to = new(
        "--to",
        "Export target: postgres, jsonl (JSON Lines files), parquet, duckdb or otlp (an OpenTelemetry receiver).",
        ("postgres", Kind.Postgres),
        ("jsonl", Kind.JsonLines),
        ("parquet", Kind.Parquet),
        ("duckdb", Kind.DuckDb),
        ("otlp", Kind.Otlp)) { Required = true, HelpName = "TARGET" };

    private readonly Option<string> _folder = new("--output")
    {
        HelpName = "FOLDER",
        Description = "Folder for the exported files and the checkpoints.",
        DefaultValueFactory = _ => ".",
    };

    private readonly Option<string?> _checkpoints = new("--checkpoints")
    {
        HelpName = "FILE",
        Description = "SQLite file that stores the export's progress (default: logitems-checkpoints.db in the --output folder). With --to postgres, the "
            + "progress is stored in the database, and several workers can share the fleet.",
    };

    private readonly PostgresSettings _postgres = new();

    private readonly SpanOption _rotateAfter = new(
        "--rotate-after",
        "Time after which pending data is merged into a readable Parquet file, for example 90m, 26h or 7d (default: 15 minutes).");

    private readonly DuckDbSettings _duckDb = new();

    private readonly OtlpSettings _otlp = new();

    private enum Kind
    {
        Postgres,
        JsonLines,
        Parquet,
        DuckDb,
        Otlp,
    }

    public void AddTo(Command command)
    {
        command.Add(_to);
        _postgres.AddTo(command);
        command.Add(_folder);
        command.Add(_checkpoints);
        command.Add(_rotateAfter);
        _duckDb.AddTo(command);
        _otlp.AddTo(command);
    }

    public OpenTarget Open(ParseResult parse, CommandEnvironment host, int maxConcurrency, ILogger log)
    {
        var to = parse.GetValue(_to)!.Value;
        ThrowIfNotFor(to, parse);
        if (to == Kind.Postgres)
        {
            var source = _postgres.Open(parse, host, maxConcurrency);
            return new OpenTarget(new PostgresCheckpointStore(source), new PostgresSink(source), source);
        }

        var folder = parse.GetValue(_folder)!;
        IExportSink sink = to switch
        {
            Kind.JsonLines => new JsonLinesSink(folder, timeProvider: host.Time),
            Kind.Parquet => new ParquetSink(folder, maxAge: parse.GetValue(_rotateAfter), timeProvider: host.Time),
            Kind.DuckDb => _duckDb.Create(parse, host, folder),
            _ => new OtlpSink(_otlp.Read(parse, host), log),
        };
        return new OpenTarget(Checkpoints(parse, host), sink, null);
    }

    /// <summary>Rejects options that apply to other targets.</summary>
    private void ThrowIfNotFor(Kind to, ParseResult parse)
    {
        if (to != Kind.Otlp)
        {
            _otlp.ThrowIfGiven(parse);
        }

        if (to != Kind.DuckDb)
        {
            _duckDb.ThrowIfGiven(parse);
        }

        if (to != Kind.Postgres)
        {
            _postgres.ThrowIfGiven(parse);
        }

        if (to != Kind.Parquet)
        {
            OptionScope.ThrowIfGiven(parse, _rotateAfter, "parquet");
        }

        if (to == Kind.Postgres && new Option[] { _folder, _checkpoints }.FirstOrDefault(option => OptionScope.IsGiven(parse, option)) is { } given)
        {
            throw new UsageException($"{given.Name} cannot be combined with --to postgres, which stores everything in the database. Omit it.");
        }
    }

    private SqliteCheckpointStore Checkpoints(ParseResult parse, CommandEnvironment host)
    {
        var folder = parse.GetValue(_folder)!;
        Directory.CreateDirectory(folder);
        return SqliteCheckpointStore.Open(parse.GetValue(_checkpoints) ?? Path.Combine(folder, "logitems-checkpoints.db"), host.Time);
    }

    /// <summary>The opened resources, to be disposed of at the end.</summary>
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

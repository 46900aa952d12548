using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems summary [SESSION]</c></summary>
internal sealed class SummaryCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "ID of the session, as listed by logitems sessions (default: the session that started last).")
    {
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly ClientSettings _client = new();

    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "NAME|ID",
        Description = "Use the last session of the job with this name (case-insensitive) or ID.",
    };

    private readonly NumberOption _slowest = new("--slowest", "N", "Maximum number of slowest objects to show, 0 to 1,000.", max: 1_000, defaultValue: 5);

    private readonly NumberOption _runs = new(
        "--runs", "N", "Maximum number of earlier successful runs of the job to compare with, 0 to 1,000.", max: 1_000, defaultValue: 10);

    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForSummaries();

    public SummaryCommand(CommandEnvironment host)
        : base("summary", "Summarizes a session: result, duration, transferred data, rates, bottleneck, items by level, slowest objects and time without "
            + "activity, compared with the medians of the job's earlier successful runs.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_job);
        Add(_slowest);
        Add(_runs);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var isGiven = parse.GetResult(_session) is { Tokens.Count: > 0 };
        if (isGiven && parse.GetValue(_job) is not null)
        {
            throw new UsageException("SESSION and --job cannot be combined.");
        }

        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        if ((isGiven ? parse.GetValue(_session) : await FindAsync(parse, host, client, cancellationToken)) is not { } session)
        {
            await host.Error.WriteLineAsync("No sessions match.");
            return ExitCode.Ok;
        }

        var options = new SessionSummaryOptions { Slowest = parse.GetValue(_slowest)!.Value, Runs = parse.GetValue(_runs)!.Value, TimeProvider = host.Time };
        var summary = await SessionSummary.ReadAsync(client, session, options, cancellationToken);
        if (parse.GetValue(_format) is RecordFormat.Json)
        {
            host.Out.WriteLine(SummaryJson.Write(summary));
        }
        else
        {
            SummaryText.Write(summary, new Screen(host));
        }

        return ExitCode.Ok;
    }

    private async Task<Guid?> FindAsync(ParseResult parse, CommandEnvironment host, LogItemsClient client, CancellationToken cancellationToken)
    {
        Guid? job = parse.GetValue(_job) is { } name ? await JobNames.FindAsync(name, client, cancellationToken) : null;
        return (await SessionSummary.FindLatestAsync(client, job, host.Time, cancellationToken))?.Id;
    }
}

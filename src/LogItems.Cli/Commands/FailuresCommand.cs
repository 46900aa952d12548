using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Export;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems failures</c></summary>
internal sealed class FailuresCommand : Command
{
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromHours(24);

    private readonly ClientSettings _client = new();

    private readonly Option<string?> _fleet = new("--fleet")
    {
        HelpName = "FILE",
        Description = "File that describes several servers, as for logitems export: reads all of them. A server that cannot be read does not hide the others.",
    };

    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "NAME|ID",
        Description = "Only sessions of the job with this name (case-insensitive) or ID.",
    };

    private readonly ListOption<LogItemLevel> _levels = ListOption<LogItemLevel>.Of<LogItemLevel>(
        "--level", "LEVEL,...", "Levels that count as failures (default: Warning, Error):");

    private readonly ListOption<FailureGrouping> _groupBy = new(
        "--group-by", "PROPERTY,...", "Properties to group failures by (default: object, cause):",
        [("cause", FailureGrouping.Cause), ("object", FailureGrouping.Object), ("job", FailureGrouping.Job), ("session", FailureGrouping.Session)]);

    private readonly Option<string?> _ignore = new("--ignore")
    {
        HelpName = "FILE",
        Description = "YAML file of failures to ignore: waivers with cause, reason and expires (a date), optionally object and job. Put a cause in single "
            + "quotes, because it can contain braces, commas and colons; * matches any text.",
    };

    private readonly ChoiceOption<FailOn> _failOn = new(
        "--fail-on", "Exit with code 1 when the span has new failures (new) or any failures (any).", ("new", FailOn.New), ("any", FailOn.Any));

    private readonly NumberOption _parallel = new(
        "--parallel", "N", "Maximum number of sessions to read at a time, 1 to 16.", min: 1, max: 16, defaultValue: 4);

    private readonly RecordSettings<FailureGroup> _records = new(FailureLayout.Create(default), FormatOption.ForReports());

    private readonly TimeOption _since;
    private readonly TimeOption _until;

    public FailuresCommand(CommandEnvironment host)
        : base("failures", "Groups the warnings and errors of many sessions by object and cause, and compares them with the preceding span of equal length: "
            + "new, recurring or gone.")
    {
        _since = new("--since", "Sessions that ended at or after this time (default: 24h):", host.Time);
        _until = new("--until", "Sessions that ended at or before this time (default: now, including running sessions):", host.Time);
        _client.AddTo(this);
        Add(_fleet);
        Add(_since);
        Add(_until);
        Add(_job);
        Add(_levels);
        Add(_groupBy);
        Add(_ignore);
        Add(_failOn);
        Add(_parallel);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private enum FailOn
    {
        New,
        Any,
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        var waivers = parse.GetValue(_ignore) is { } file ? FailureWaiverFile.Load(file) : null;
        var options = Read(parse, host, waivers);
        if (parse.GetValue(_fleet) is { } fleet)
        {
            var read = await ReadFleetAsync(FleetFile.Load(fleet), options, parse, host, cancellationToken);
            var exitCode = read.Report is { } all
                ? await WriteAsync(all, options, read.Servers, parse, host, cancellationToken)
                : ExitCode.Ok;
            FailureNotices.Write(read.Failures, host.Error);
            return read.Failures.Count > 0 ? ExitCode.Unreachable : exitCode;
        }

        var report = await ReadAsync(options, parse, host, cancellationToken);
        return await WriteAsync(report, options, servers: null, parse, host, cancellationToken);
    }

    /// <summary>Writes the report; returns the exit code.</summary>
    private async Task<int> WriteAsync(
        FailureReport report, FailureReportOptions options, int? servers, ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var layout = FailureLayout.Create(options.GroupBy, isFleet: servers is not null);
        try
        {
            await _records.WriteAsync(parse, host, report.Groups.ToAsyncEnumerable(), cancellationToken, layout: layout);
        }
        catch (IOException exception) when (Failure.IsClosedPipe(exception))
        {
            // The reader closed the pipe, but the exit code depends on all groups.
        }

        FailureNotices.WriteWarnings(report, options.Waivers, host.Error);
        if (_records.Format(parse) is null or RecordFormat.Table)
        {
            host.Error.WriteLine(FailureNotices.Summarize(report, servers));
        }

        return report.UnreadableSessions > 0 ? ExitCode.ApiError : HasFailed(report, parse.GetValue(_failOn)) ? ExitCode.Findings : ExitCode.Ok;
    }

    private async Task<FailureReport> ReadAsync(FailureReportOptions options, ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var job = parse.GetValue(_job) is { } name ? await JobNames.FindAsync(name, client, cancellationToken) : default(Guid?);
        using var view = new FailureProgressView(host, _records.ShowsProgress(parse));
        return await FailureReport.ReadAsync(client, options with { JobId = job, OnProgress = view.Show }, cancellationToken);
    }

    private async Task<FleetFailures> ReadFleetAsync(
        Fleet fleet, FailureReportOptions options, ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _client.ThrowIfGiven(parse);
        using var view = new FailureProgressView(host, _records.ShowsProgress(parse));
        return await FleetFailures.ReadAsync(
            fleet,
            (server, client) => _client.SetCommon(client, parse, host, server.Name),
            options with { OnProgress = view.Show },
            parse.GetValue(_job),
            cancellationToken);
    }

    private FailureReportOptions Read(ParseResult parse, CommandEnvironment host, FailureWaiverFile? waivers)
    {
        var options = new FailureReportOptions
        {
            Since = parse.GetValue(_since) ?? TimeOption.Before(parse.GetValue(_until) ?? host.Time.GetUtcNow(), DefaultSpan),
            Until = parse.GetValue(_until),
            Waivers = waivers,
            MaxConcurrentSessions = parse.GetValue(_parallel)!.Value,
            TimeProvider = host.Time,
        };
        var (levels, groupBy) = (parse.GetValue(_levels)!, parse.GetValue(_groupBy)!);
        return options with
        {
            Levels = levels.Count > 0 ? levels : options.Levels,
            GroupBy = groupBy.Count > 0 ? groupBy.Aggregate((all, one) => all | one) : options.GroupBy,
        };
    }

    private static bool HasFailed(FailureReport report, FailOn? failOn) => failOn switch
    {
        FailOn.New => report.Groups.Any(group => group.Trend == FailureTrend.New),
        FailOn.Any => report.Failures > 0,
        _ => false,
    };
}

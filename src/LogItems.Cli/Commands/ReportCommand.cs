using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Contracts.Reports;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems report</c></summary>
internal sealed class ReportCommand : Command
{
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromHours(24);

    private readonly ClientSettings _client = new();

    private readonly Option<string?> _html = new("--html")
    {
        HelpName = "FILE",
        Description = "Write a self-contained HTML page, which can be mailed and opened offline: timelines, failures, search and filters.",
    };

    private readonly Option<string?> _trace = new("--trace")
    {
        HelpName = "FILE",
        Description = "Write the sessions in Chrome's trace event format, which Perfetto and speedscope can open.",
    };

    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "NAME|ID",
        Description = "Only sessions of the job with this name (case-insensitive) or ID.",
    };

    private readonly NumberOption _parallel = new(
        "--parallel", "N", "Maximum number of sessions to read at a time, 1 to 16.", min: 1, max: 16, defaultValue: 4);

    private readonly TimeOption _since;
    private readonly TimeOption _until;

    public ReportCommand(CommandEnvironment host)
        : base("report", "Writes the sessions of up to 45 days, with all their log items and failures, as an HTML page, a trace, or both.")
    {
        _since = new("--since", "Sessions that ended at or after this time (default: 24h):", host.Time);
        _until = new("--until", "Sessions that ended at or before this time (default: now, including running sessions):", host.Time);
        Add(_html);
        Add(_trace);
        Add(_since);
        Add(_until);
        Add(_job);
        Add(_parallel);
        _client.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var (html, trace) = (parse.GetValue(_html), parse.GetValue(_trace));
        if (html is null && trace is null)
        {
            throw new UsageException("Specify --html, --trace or both.");
        }

        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var options = new FailureReportOptions
        {
            Since = parse.GetValue(_since) ?? TimeOption.Before(parse.GetValue(_until) ?? host.Time.GetUtcNow(), DefaultSpan),
            Until = parse.GetValue(_until),
            JobId = parse.GetValue(_job) is { } job ? await JobNames.FindAsync(job, client, cancellationToken) : null,
            MaxConcurrentSessions = parse.GetValue(_parallel)!.Value,
            TimeProvider = host.Time,
        };
        var report = await SessionReport.ReadAsync(client, options, cancellationToken);
        Write(html, report.WriteHtml);
        Write(trace, report.WriteTrace);
        FailureNotices.Write(report.Notices, host.Error);
        host.Error.WriteLine(FailureNotices.Summarize(report.Failures));
        return report.Failures.UnreadableSessions + report.UnreadableSessions > 0 ? ExitCode.ApiError : ExitCode.Ok;
    }

    private static void Write(string? file, Action<Stream> write)
    {
        if (file is not null)
        {
            using var output = OutputFile.Create(file);
            write(output.Stream);
            output.Complete();
        }
    }
}

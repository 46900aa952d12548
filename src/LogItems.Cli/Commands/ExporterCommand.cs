using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Export;
using LogItems.Export.Prometheus;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems exporter</c></summary>
internal sealed class ExporterCommand : Command
{
    /// <summary>All ports that Prometheus assigns to exporters, from 9100 on, are taken; this one is unassigned.</summary>
    public const string DefaultUrl = "http://127.0.0.1:10365";

    private readonly Option<string?> _fleet = new("--fleet") { HelpName = "FILE", Description = "File that describes the servers; see --print fleet." };

    private readonly UrlOption _url = new("Address to listen on, with localhost or an IP address as the host; port 0 selects a free port.", DefaultUrl);

    private readonly NumberOption _maxJobs = new(
        "--max-jobs", "N", "Maximum number of jobs of a server that have metrics, 1 to 10,000 (default: 500).", min: 1, max: 10_000);

    private readonly ChoiceOption<ExporterFile> _print = new(
        "--print",
        "Print a file and exit:",
        ("fleet", ExporterFile.Fleet),
        ("rules", ExporterFile.Rules),
        ("dashboard", ExporterFile.Dashboard),
        ("scrape-config", ExporterFile.ScrapeConfig),
        ("systemd", ExporterFile.Systemd),
        ("export-systemd", ExporterFile.ExportSystemd),
        ("containerfile", ExporterFile.Containerfile)) { HelpName = "FILE" };

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Log requests, retries and sign-ins to stderr, without query strings, bodies or secrets.",
    };

    public ExporterCommand(CommandEnvironment host)
        : base("exporter", "Polls the servers of a fleet and serves their state as metrics for Prometheus under /metrics until Ctrl-C or SIGTERM. "
            + "/healthz returns 200 while the servers are being polled.")
    {
        Add(_fleet);
        Add(_url);
        Add(_maxJobs);
        Add(_print);
        Add(_verbose);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var file = parse.GetValue(_fleet);
        if (parse.GetValue(_print) is { } printed)
        {
            await host.Out.WriteAsync(ExporterFiles.Read(printed));
            return ExitCode.Ok;
        }

        if (string.IsNullOrEmpty(file))
        {
            throw new UsageException("No fleet is specified. Set --fleet to the file that describes it; --print fleet shows an example.");
        }

        var fleet = FleetFile.Load(file);
        using var log = new ServiceLog(host, FleetExporter.LogCategory, parse.GetValue(_verbose));
        var options = new FleetExporterOptions { LoggerFactory = log, TimeProvider = host.Time };
        using var exporter = new FleetExporter(fleet, parse.GetValue(_maxJobs) is { } max ? options with { MaxJobsPerServer = max } : options);
        await using var app = MetricsEndpoints.Create(
            parse.GetValue(_url)!, exporter.WriteMetricsAsync, () => (exporter.IsPolling, exporter.IsPolling ? "polling\n" : "not polling\n"));
        await MetricsEndpoints.StartAsync(app, host, cancellationToken);
        try
        {
            await exporter.RunAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Ctrl-C and SIGTERM end the command normally.
        }

        await app.StopAsync(CancellationToken.None);
        return ExitCode.Ok;
    }
}

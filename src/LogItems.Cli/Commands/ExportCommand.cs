using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;
using LogItems.Export;
using LogItems.Export.Health;
using LogItems.Export.Prometheus;
using LogItems.Export.Scheduling;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems export</c></summary>
internal sealed class ExportCommand : Command
{
    private readonly Option<string?> _fleet = new("--fleet")
    {
        HelpName = "FILE",
        Description = "File that describes the servers.",
        Required = true,
    };

    private readonly ExportTarget _target = new();

    private readonly Option<bool> _once = new("--once") { Description = "Poll each server once and exit, with code 3 if a poll failed." };

    private readonly NumberOption _batchSize = new(
        "--batch-size", "N", "Maximum number of items per batch, 1 to 100,000.", min: 1, max: 100_000, defaultValue: new ExportOptions().BatchSize);

    private readonly UrlOption _url = UrlOption.WithoutDefault(
        "Address at which the export serves its own metrics (/metrics) and health (/healthz), with localhost or an IP address as the host; port 0 selects "
        + "a free port (default: none).",
        "http://127.0.0.1:10366");

    private readonly Option<bool> _verbose = new("--verbose", "-v")
    {
        Description = "Log requests, retries and sign-ins to stderr, without query strings, bodies or secrets.",
    };

    private readonly TimeOption _since;

    public ExportCommand(CommandEnvironment host)
        : base("export", "Exports new and changed sessions and log items of a fleet of servers until Ctrl-C or SIGTERM. "
            + "The next run continues where this one stopped, even after a crash.")
    {
        _since = new("--since", "Only sessions that ended at or after this time, and running ones (default: all):", host.Time);
        Add(_fleet);
        _target.AddTo(this);
        Add(_once);
        Add(_since);
        Add(_batchSize);
        Add(_url);
        Add(_verbose);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var fleet = FleetFile.Load(parse.GetValue(_fleet)!);
        using var log = new ServiceLog(host, ExportWorker.LogCategory, parse.GetValue(_verbose));
        await using var target = _target.Open(parse, host, fleet.MaxConcurrency, log.CreateLogger(ExportWorker.LogCategory));
        var options = new ExportOptions
        {
            MaxConcurrency = fleet.MaxConcurrency,
            BatchSize = parse.GetValue(_batchSize)!.Value,
            Since = parse.GetValue(_since),
            TimeProvider = host.Time,
        };
        var total = new ExportTotal();
        var worker = new ExportWorker(
            [.. fleet.Servers.Select(server => ExportServer.Of(server, log))],
            target.Store,
            target.Sink,
            options,
            log.CreateLogger(ExportWorker.LogCategory));
        worker.Polled += total.Add;
        var url = parse.GetValue(_url);
        using var metrics = url is null ? null : new MeterExposition(ScheduleMetrics.Name);
        await using var app = url is null ? null : MetricsEndpoints.Create(url, metrics!.WriteAsync, () => HealthOf(worker.Status));
        try
        {
            await (app is null ? Task.CompletedTask : MetricsEndpoints.StartAsync(app, host, cancellationToken));
            if (parse.GetValue(_once))
            {
                total.Skipped = await worker.RunOnceAsync(cancellationToken);
            }
            else
            {
                await worker.RunAsync(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested && !parse.GetValue(_once))
        {
            // Ctrl-C and SIGTERM end the command normally.
        }

        await (app?.StopAsync(CancellationToken.None) ?? Task.CompletedTask);
        host.Error.WriteLine(total.ToString());
        return parse.GetValue(_once) && total.HasFailures ? ExitCode.Unreachable : ExitCode.Ok;
    }

    /// <summary>As in ASP.NET Core's health checks, a degraded export counts as working.</summary>
    private static (bool IsHealthy, string Text) HealthOf(ExportStatus status)
    {
        var health = ExportHealth.Of(status, new ExportHealthOptions());
        var servers = health.Data.Where(entry => entry.Value is string[]).Select(entry => $"{entry.Key}: {string.Join(", ", (string[])entry.Value)}\n");
        return (health.Status != HealthStatus.Unhealthy, $"{health.Status}\n{health.Description}\n{string.Concat(servers)}");
    }
}

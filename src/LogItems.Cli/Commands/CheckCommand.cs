using System.CommandLine;
using System.Globalization;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Monitoring;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems check</c></summary>
internal sealed class CheckCommand : Command
{
    /// <summary>The full command name, whose failures are reported in the format of a monitoring plugin.</summary>
    public const string FullName = "logitems check";

    /// <summary>Monitoring systems terminate plugins after a minute by default.</summary>
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(30);

    private readonly ClientSettings _client = new(new ServerSettings("Timeout of the whole check, 1 to 86,400 seconds (default: 30)."));

    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "NAME|ID",
        Description = "Job to check, by name (case-insensitive) or ID.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Check all jobs that are enabled." };

    private readonly SpanOption _maxAge = new(
        "--max-age",
        "Critical when the last successful run (a warning counts as success) ended longer ago than this, for example 90m, 26h or 7d.");

    private readonly RangeOption _warning = new(
        "--warning", "Warning when the number of failed items (warnings and errors) of the last run is outside this range: 10 (0 to 10), 10:, ~:10, 10:20, "
        + "@10:20 (inside). Default: when the run ended with a warning.");

    private readonly RangeOption _critical = new(
        "--critical", "Critical when the number of failed items of the last run is outside this range. A failed run is always critical, unless the job will "
        + "retry it.");

    private readonly NumberOption _certificateWarning = new(
        "--certificate-warning",
        "DAYS",
        "Warning when the certificate expires in fewer than this number of days. Certificates are not checked when the connection uses a proxy.",
        defaultValue: 30);

    private readonly NumberOption _certificateCritical = new(
        "--certificate-critical",
        "DAYS",
        "Critical when the certificate expires in fewer than this number of days. Certificates are not checked when the connection uses a proxy.",
        defaultValue: 7);

    public CheckCommand(CommandEnvironment host)
        : base("check", "Checks the last run of one job, or of every enabled job (--all), for a monitoring system such as Nagios, Icinga or Zabbix: writes one "
            + "line with performance data and exits with code 0 (OK), 1 (warning), 2 (critical) or 3 (unknown). The check ends after 30 "
            + "seconds unless --timeout is specified.")
    {
        Add(_job);
        Add(_all);
        Add(_maxAge);
        Add(_warning);
        Add(_critical);
        Add(_certificateWarning);
        Add(_certificateCritical);
        _client.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        var name = parse.GetValue(_job);
        if (parse.GetValue(_all) == name is not null)
        {
            throw new UsageException("Specify either --job or --all.");
        }

        var limit = _client.ReadTimeout(parse) ?? DefaultTimeout;
        using var timeout = new CancellationTokenSource(limit, host.Time);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var client = await ConnectAsync(parse, host, limit, cancellationToken, limited.Token);
        var hasResponded = false;
        host.OnPageRead = _ => hasResponded = true;
        try
        {
            var report = await ReadAsync(parse, host, client, name, limited.Token);
            return await PluginOutput.WriteAsync(report.State, $"{report}", host);
        }
        catch (OperationCanceledException) when (hasResponded && !cancellationToken.IsCancellationRequested)
        {
            var text = string.Create(
                CultureInfo.InvariantCulture,
                $"The check did not end within {limit.TotalSeconds} seconds, although {client.Server} responds. Increase --timeout, or check single jobs "
                + $"with --job.");
            return await PluginOutput.WriteAsync(CheckState.Critical, CheckReport.LineOf(CheckState.Critical, text), host);
        }
    }

    /// <summary>Reads the credential, whose failures are not the server's.</summary>
    private async Task<LogItemsClient> ConnectAsync(
        ParseResult parse, CommandEnvironment host, TimeSpan limit, CancellationToken cancellationToken, CancellationToken limitedToken)
    {
        try
        {
            return await _client.ConnectAsync(parse, host, limitedToken);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidDataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The credential command, or another input of the password, did not end within {limit.TotalSeconds} seconds. Run the command on its "
                    + $"own, or increase --timeout."),
                exception);
        }
    }

    private async Task<CheckReport> ReadAsync(
        ParseResult parse, CommandEnvironment host, LogItemsClient client, string? name, CancellationToken cancellationToken)
    {
        var options = new CheckOptions
        {
            JobId = name is not null ? await JobNames.FindAsync(name, client, cancellationToken) : null,
            MaxAge = parse.GetValue(_maxAge),
            Warning = parse.GetValue(_warning),
            Critical = parse.GetValue(_critical),
            Certificate = client.Server.Scheme == Uri.UriSchemeHttps && IsDirect(client.Server)
                ? await LogItemsClient.GetServerCertificateAsync(client.Server, cancellationToken: cancellationToken)
                : null,
            CertificateWarningDays = parse.GetValue(_certificateWarning)!.Value,
            CertificateCriticalDays = parse.GetValue(_certificateCritical)!.Value,
            TimeProvider = host.Time,
        };
        return await CheckReport.ReadAsync(client, options, cancellationToken);
    }

    /// <summary>Determines whether connections to the server use no proxy: the certificate is read over a separate connection, which uses none.</summary>
    private static bool IsDirect(Uri server) => server.IsLoopback || HttpClient.DefaultProxy.GetProxy(server) is null;
}

using System.Globalization;
using System.Runtime.ExceptionServices;
using LogItems.Monitoring.Checks;

namespace LogItems.Monitoring;

/// <summary>The result of a check, as a monitoring plugin reports it.</summary>
public sealed record CheckReport
{
    private const string Service = "LOGITEMS";

    /// <summary>The maximum number of findings in the text, so that the line fits into a message.</summary>
    private const int MaxFindings = 10;

    private static readonly CheckFinding NoJobs = new("jobs", CheckState.Unknown, "there are no enabled jobs", []);

    /// <summary>The findings of the jobs by name, followed by that of the certificate.</summary>
    public required IReadOnlyList<CheckFinding> Findings { get; init; }

    /// <summary>The worst state of a finding: critical, unknown, warning and then OK; unknown without any finding.</summary>
    public CheckState State => Findings.Count == 0 ? CheckState.Unknown : Findings.Select(finding => finding.State).MaxBy(Rank);

    /// <summary>Reads the last runs of the jobs.</summary>
    /// <remarks>A job whose last run cannot be read is unknown; if that applies to all jobs, the error is thrown.</remarks>
    /// <param name="client">The client of the server.</param>
    /// <param name="options">The jobs, and the conditions that raise an alert.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    /// <exception cref="ArgumentException">The maximum age is not positive, or a number of days is negative.</exception>
    /// <exception cref="LogItemsApiException">The API returned an error for the list of jobs or sessions, or for the last run of each job.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached.</exception>
    public static async Task<CheckReport> ReadAsync(ILogItemsClient client, CheckOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(options);
        if (options.MaxAge <= TimeSpan.Zero || options.CertificateWarningDays < 0 || options.CertificateCriticalDays < 0)
        {
            throw new ArgumentException("The maximum age has to be positive, and the numbers of days must not be negative.");
        }

        var runs = await JobRuns.ReadAsync(client, options, cancellationToken).ConfigureAwait(false);
        var findings = await ReadJobsAsync(client, runs, options, cancellationToken).ConfigureAwait(false);
        if (options.Certificate is { } certificate)
        {
            findings.Add(CertificateCheck.Run(certificate, options));
        }

        return new CheckReport { Findings = findings };
    }

    /// <summary>The line for a state that was determined before anything could be read.</summary>
    /// <param name="state">The state.</param>
    /// <param name="text">The reason.</param>
    public static string LineOf(CheckState state, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"{Service} {state.ToString().ToUpperInvariant()} - {PluginText.Clean(text).Trim()}";
    }

    /// <summary>Returns the line of the plugin: the state, the findings that are not OK, a vertical bar and the performance data.</summary>
    public override string ToString()
    {
        var values = string.Join(' ', Findings.SelectMany(finding => finding.Values));
        return values.Length == 0 ? LineOf(State, Summary()) : $"{LineOf(State, Summary())} | {values}";
    }

    private static async Task<List<CheckFinding>> ReadJobsAsync(
        ILogItemsClient client, IReadOnlyList<JobRuns> runs, CheckOptions options, CancellationToken cancellationToken)
    {
        if (runs.Count == 0)
        {
            return [NoJobs];
        }

        var outcomes = await ConcurrentReader.ReadAsync(runs, ReadAsync, cancellationToken).ConfigureAwait(false);
        if (outcomes.All(outcome => outcome.Failure is not null))
        {
            ExceptionDispatchInfo.Throw(outcomes[0].Failure!);
        }

        return [.. outcomes.Select(outcome => outcome.Finding)];

        async Task<(CheckFinding Finding, LogItemsApiException? Failure)> ReadAsync(JobRuns job, CancellationToken token)
        {
            try
            {
                return (await JobCheck.RunAsync(client, job, options, isOnly: options.JobId is not null, token).ConfigureAwait(false), null);
            }
            catch (LogItemsApiException exception)
            {
                return (new CheckFinding(job.Name, CheckState.Unknown, $"the last run cannot be read: {exception.Message.TrimEnd('.')}", []), exception);
            }
        }
    }

    private string Summary()
    {
        // Nagios replaces semicolons.
        var bad = Findings.Where(finding => finding.State != CheckState.Ok).OrderByDescending(finding => Rank(finding.State)).ToList();
        if (bad.Count == 0)
        {
            var jobs = Findings.Where(finding => finding.Name != CertificateCheck.Name).ToList();
            return jobs is [var only] ? Describe(only) : string.Create(CultureInfo.InvariantCulture, $"{jobs.Count} jobs are as expected");
        }

        var more = bad.Count > MaxFindings ? string.Create(CultureInfo.InvariantCulture, $". {bad.Count - MaxFindings} more.") : "";
        return string.Join(". ", bad.Take(MaxFindings).Select(Describe)) + more;
    }

    private static string Describe(CheckFinding finding) => finding == NoJobs ? finding.Text : $"{finding.Name}: {finding.Text}";

    private static int Rank(CheckState state) => state switch
    {
        CheckState.Critical => 3,
        CheckState.Unknown => 2,
        CheckState.Warning => 1,
        _ => 0,
    };
}

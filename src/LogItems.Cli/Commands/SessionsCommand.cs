using System.CommandLine;
using System.ComponentModel;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems sessions</c></summary>
internal sealed class SessionsCommand : Command
{
    private readonly ClientSettings _client = new();
    private readonly JobNames _jobNames = new();
    private readonly RecordSettings<JobSession> _records;

    private readonly ListOption<JobSessionStatus> _statuses = ListOption<JobSessionStatus>.Of<JobSessionStatus>(
        "--status", "STATUS,...", "Only sessions with one of these statuses:");

    private readonly Option<string?> _job = new("--job")
    {
        HelpName = "NAME|ID",
        Description = "Only sessions of the job with this name (case-insensitive) or ID.",
    };

    private readonly ChoiceOption<JobType> _jobType = new(
        "--job-type", $"Only sessions of jobs of this type (API {VersionWords.Of(ApiFeatures.ListJobSessionsJobType)}):",
        [.. Enum.GetValues<JobType>().Select(type => (type.ToString(), type))]);

    private readonly ChoiceOption<ListSortDirection> _order = new(
        "--order", "Sort by start time, oldest first (asc) or newest first (desc), after reading all sessions (default: the server's order).",
        ("asc", ListSortDirection.Ascending), ("desc", ListSortDirection.Descending));

    private readonly Option<string?> _continuationToken = ContinuationOption.Create("sessions");

    private readonly TimeOption _since;
    private readonly TimeOption _until;

    public SessionsCommand(CommandEnvironment host)
        : base("sessions", "Lists the job sessions of a server with their IDs.")
    {
        _since = new("--since", "Only sessions that ended at or after this time:", host.Time);
        _until = new("--until", "Only sessions that ended at or before this time:", host.Time);
        _records = new(JobSessionLayout.Create(_jobNames.Of));
        _client.AddTo(this);
        Add(_job);
        Add(_jobType);
        Add(_statuses);
        Add(_since);
        Add(_until);
        Add(_order);
        Add(_continuationToken);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        if (parse.GetValue(_order) is not null && parse.GetValue(_continuationToken) is not null)
        {
            throw new UsageException($"--order reads all sessions and cannot be combined with {ContinuationOption.Name}.");
        }

        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        host.CanContinue = parse.GetValue(_order) is null;
        var filter = new JobSessionFilter
        {
            Statuses = parse.GetValue(_statuses)!,
            Since = parse.GetValue(_since),
            Until = parse.GetValue(_until),
            JobId = parse.GetValue(_job) is { } job ? await JobNames.FindAsync(job, client, cancellationToken) : null,
            JobType = parse.GetValue(_jobType),
            Take = parse.GetValue(_order) is null ? _records.Limit(parse) : null,
            ContinuationToken = parse.GetValue(_continuationToken),
        };
        var sessions = Sort(client.GetJobSessionsAsync(filter, cancellationToken), parse.GetValue(_order));
        await _records.WriteAsync(parse, host, _jobNames.LoadForAsync(sessions, client, cancellationToken), cancellationToken);
        return ExitCode.Ok;
    }

    private static IAsyncEnumerable<JobSession> Sort(IAsyncEnumerable<JobSession> sessions, ListSortDirection? order) => order switch
    {
        null => sessions,
        ListSortDirection.Ascending => sessions.OrderBy(session => session.StartedAt),
        _ => sessions.OrderByDescending(session => session.StartedAt),
    };
}

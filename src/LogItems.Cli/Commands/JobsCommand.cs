using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems jobs</c></summary>
internal sealed class JobsCommand : Command
{
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<Job> _records = new(JobLayout.Instance, isFiltered: false);

    public JobsCommand(CommandEnvironment host)
        : base("jobs", "Lists the backup jobs of a server with their last status, last run and next run.")
    {
        _client.AddTo(this);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        await _records.WriteAsync(parse, host, client.GetJobsAsync(cancellationToken), cancellationToken);
        return ExitCode.Ok;
    }
}

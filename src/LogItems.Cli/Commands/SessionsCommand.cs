using System.CommandLine;
using LogItems.Cli.Output;
using LogItems.Cli.Options;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems sessions</c></summary>
internal sealed class SessionsCommand : Command
{
    private readonly ClientSettings _client = new();
    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForRecords();

    private readonly ChoiceOption<JobSessionStatus> _status = new(
        "--status", "Only sessions in this state.",
        [.. Enum.GetValues<JobSessionStatus>().Select(status => (status.ToString(), status))]);

    private readonly NumberOption _take = new(
        "--take", "N", "Stop after so many sessions, 1 or more.", min: 1);

    public SessionsCommand(CommandEnvironment host)
        : base("sessions", "Lists the job sessions of a server; this is where session ids come from.")
    {
        _client.AddTo(this);
        Add(_status);
        Add(_take);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var sessions = client
            .GetJobSessionsAsync(parse.GetValue(_status), cancellationToken: cancellationToken)
            .Take(parse.GetValue(_take) ?? int.MaxValue);
        await RecordOutput.WriteAsync(host, parse.GetValue(_format) ?? default, JobSessionLayout.Instance, sessions, cancellationToken);
        return ExitCode.Ok;
    }
}

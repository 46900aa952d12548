using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems retrievals</c></summary>
internal sealed class RetrievalsCommand : Command
{
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<DataRetrievalSession> _records = new(DataRetrievalSessionLayout.Instance, isFiltered: false);

    public RetrievalsCommand(CommandEnvironment host)
        : base(
            "retrievals",
            $"Lists the data retrieval sessions of a server (API {VersionWords.Of(ApiFeatures.ListDataRetrievalSessions)}); "
            + "pass their IDs to list --data-retrieval.")
    {
        _client.AddTo(this);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        await _records.WriteAsync(parse, host, client.GetDataRetrievalSessionsAsync(cancellationToken: cancellationToken), cancellationToken);
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems objects SESSION</c></summary>
internal sealed class ObjectsCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "ID of the session, as listed by logitems sessions.");
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<ProcessedObject> _records = new(ProcessedObjectLayout.Instance, isFiltered: false);

    public ObjectsCommand(CommandEnvironment host)
        : base(
            "objects",
            $"Lists the users, groups, sites and teams that a session processed, with their results (API {VersionWords.Of(ApiFeatures.ListProcessedObjects)}).")
    {
        Add(_session);
        _client.AddTo(this);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        await _records.WriteAsync(parse, host, client.GetProcessedObjectsAsync(parse.GetValue(_session), cancellationToken), cancellationToken);
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using System.ComponentModel;
using LogItems.Cli.Output;
using LogItems.Cli.Options;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems list SESSION</c></summary>
internal sealed class ListCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "The id of the session; logitems sessions lists them.");
    private readonly ClientSettings _client = new();
    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForRecords();

    private readonly ChoiceOption<LogItemLevel> _level = new(
        "--level", "Only items of this level.",
        [.. Enum.GetValues<LogItemLevel>().Select(level => (level.ToString(), level))]);

    private readonly ChoiceOption<ListSortDirection> _order = new(
        "--order",
        $"Oldest first (asc) or newest first (desc); API {VersionWords.Of(ApiFeatures.ListLogItemsOrderAsc)}. By default, the order is the server's.",
        ("asc", ListSortDirection.Ascending), ("desc", ListSortDirection.Descending));

    private readonly Option<bool> _dataRetrieval = new("--data-retrieval")
    {
        Description = $"The session is a data retrieval session (API {VersionWords.Of(ApiFeatures.ListDataRetrievalLogItems)}).",
    };

    public ListCommand(CommandEnvironment host)
        : base("list", "Lists the log items of a session, as they come in.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_level);
        Add(_order);
        Add(_dataRetrieval);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var session = parse.GetValue(_session);
        var level = parse.GetValue(_level);
        bool? ascending = parse.GetValue(_order) is { } order ? order == ListSortDirection.Ascending : null;
        var items = parse.GetValue(_dataRetrieval)
            ? client.GetDataRetrievalLogItemsAsync(session, level, ascending, cancellationToken: cancellationToken)
            : client.GetLogItemsAsync(session, level, ascending, cancellationToken: cancellationToken);
        await RecordOutput.WriteAsync(host, parse.GetValue(_format) ?? default, LogItemLayout.Instance, items, cancellationToken);
        return ExitCode.Ok;
    }
}

using System.CommandLine;
using System.ComponentModel;
using System.Text.RegularExpressions;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems list SESSION</c></summary>
internal sealed class ListCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "ID of the session, as listed by logitems sessions.");
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<LogItem> _records = new(LogItemLayout.Instance);
    private readonly ListOption<LogItemLevel> _levels = ListOption<LogItemLevel>.Of<LogItemLevel>(
        "--level",
        "LEVEL,...",
        "Only items with one of these levels:");

    private readonly ChoiceOption<ListSortDirection> _order = new(
        "--order",
        $"Sort order: oldest first (asc) or newest first (desc); API {VersionWords.Of(ApiFeatures.ListLogItemsOrderAsc)} (default: the server's order).",
        ("asc", ListSortDirection.Ascending), ("desc", ListSortDirection.Descending));

    private readonly Option<string?> _contains = new("--contains")
    {
        HelpName = "TEXT",
        Description = "Only items whose text contains this text (case-insensitive).",
    };

    private readonly PatternOption _matches = new(
        "--matches", "Only items whose text matches this .NET regular expression; start it with (?i) to ignore case.");

    private readonly Option<string?> _continuationToken = ContinuationOption.Create("items");

    private readonly Option<bool> _dataRetrieval = new("--data-retrieval")
    {
        Description = $"SESSION is a data retrieval session (API {VersionWords.Of(ApiFeatures.ListDataRetrievalLogItems)}).",
    };

    public ListCommand(CommandEnvironment host)
        : base("list", "Lists the log items of a session.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_levels);
        Add(_contains);
        Add(_matches);
        Add(_order);
        Add(_dataRetrieval);
        Add(_continuationToken);
        _records.AddTo(this);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        host.CanContinue = true;
        var (session, levels) = (parse.GetValue(_session), parse.GetValue(_levels)!);
        var ascending = await ReadOrderAsync(parse, client, cancellationToken);
        var (text, pattern) = (parse.GetValue(_contains), parse.GetValue(_matches));
        var isFiltered = text is not null || pattern is not null;
        var filter = new LogItemFilter
        {
            Levels = levels,
            OrderAsc = ascending,
            Take = isFiltered ? null : _records.Limit(parse),
            ContinuationToken = parse.GetValue(_continuationToken),
        };
        var items = parse.GetValue(_dataRetrieval)
            ? client.GetDataRetrievalLogItemsAsync(session, filter, cancellationToken)
            : client.GetLogItemsAsync(session, filter, cancellationToken);
        await _records.WriteAsync(parse, host, isFiltered ? items.Where(item => Matches(item, text, pattern)) : items, cancellationToken);
        return ExitCode.Ok;
    }

    private static bool Matches(LogItem item, string? text, Regex? pattern) =>
        (text is null || item.Text.Contains(text, StringComparison.OrdinalIgnoreCase)) && (pattern is null || pattern.IsMatch(item.Text));

    private async Task<bool?> ReadOrderAsync(ParseResult parse, LogItemsClient client, CancellationToken cancellationToken)
    {
        if (parse.GetValue(_order) is not { } order)
        {
            return null;
        }

        var feature = parse.GetValue(_dataRetrieval) ? ApiFeatures.ListDataRetrievalLogItemsOrderAsc : ApiFeatures.ListLogItemsOrderAsc;
        var version = await client.GetVersionAsync(cancellationToken);
        return version.Supports(feature)
            ? order == ListSortDirection.Ascending
            : throw new UsageException(
                $"--order requires API {feature.Since.ToPathSegment()} or later, but the API version is {version.ToPathSegment()}. Omit --order.");
    }
}

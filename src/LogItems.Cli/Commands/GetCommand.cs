using System.CommandLine;
using LogItems.Cli.Hosting;
using LogItems.Cli.Options;
using LogItems.Cli.Output;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems get SESSION ITEM</c></summary>
internal sealed class GetCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "ID of the session, as listed by logitems sessions.");
    private readonly IdentifierArgument _item = new("ITEM", "ID of the item, as listed by logitems list SESSION --format jsonl.");
    private readonly ClientSettings _client = new();
    private readonly RecordSettings<LogItem> _records = new(LogItemLayout.Instance);

    private readonly Option<bool> _dataRetrieval = new("--data-retrieval")
    {
        Description = $"SESSION is a data retrieval session (API {VersionWords.Of(ApiFeatures.GetDataRetrievalLogItem)}).",
    };

    public GetCommand(CommandEnvironment host)
        : base("get", "Gets one log item.")
    {
        Add(_session);
        Add(_item);
        _client.AddTo(this);
        Add(_dataRetrieval);
        _records.AddTo(this, isList: false);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        _records.Validate(parse);
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var item = new[] { await GetAsync(parse, client, cancellationToken) }.ToAsyncEnumerable();
        await _records.WriteAsync(parse, host, item, cancellationToken);
        return ExitCode.Ok;
    }

    private async Task<LogItem> GetAsync(ParseResult parse, LogItemsClient client, CancellationToken cancellationToken)
    {
        var (session, item) = (parse.GetValue(_session), parse.GetValue(_item));
        if (!parse.GetValue(_dataRetrieval))
        {
            return await client.GetLogItemAsync(session, item, cancellationToken);
        }

        var version = await client.GetVersionAsync(cancellationToken);
        return version.Supports(ApiFeatures.GetDataRetrievalLogItem)
            ? await client.GetDataRetrievalLogItemAsync(session, item, cancellationToken)
            : throw new UsageException($"API {version.ToPathSegment()} does not support {ApiFeatures.GetDataRetrievalLogItem}.");
    }
}

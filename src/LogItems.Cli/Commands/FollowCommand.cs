using System.CommandLine;
using LogItems.Cli.Output;
using LogItems.Cli.Options;

namespace LogItems.Cli.Commands;

/// <summary><c>logitems follow SESSION</c></summary>
internal sealed class FollowCommand : Command
{
    private readonly IdentifierArgument _session = new("SESSION", "The id of the session; logitems sessions lists them.");
    private readonly ClientSettings _client = new();
    private readonly ChoiceOption<RecordFormat> _format = FormatOption.ForFollowing();

    private readonly NumberOption _interval = new(
        "--interval", "SECONDS", "The shortest wait between two looks, 1 to 3,600; it grows to 15 times that while nothing happens.",
        min: 1, max: 3_600, defaultValue: 2);

    public FollowCommand(CommandEnvironment host)
        : base("follow", "Shows the log items of a running session as they appear, and again when they end, until the session has ended. On a "
            + "terminal: those that have ended, one after another, and below them those that run.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_interval);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, CommandEnvironment host, CancellationToken cancellationToken)
    {
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var (session, interval) = (parse.GetValue(_session), TimeSpan.FromSeconds(parse.GetValue(_interval)!.Value));
        if (parse.GetValue(_format) is null && host.Size is { } size)
        {
            await FollowOutput.WriteAsync(host, size, session, Follow, cancellationToken);
        }
        else
        {
            var format = parse.GetValue(_format) ?? RecordFormat.Jsonl;
            await RecordOutput.WriteAsync(host, format, LogItemLayout.Instance, Follow(onLook: null), cancellationToken);
        }

        return ExitCode.Ok;

        IAsyncEnumerable<LogItem> Follow(Action<FollowStatus>? onLook) => client.FollowLogItemsAsync(
            session, new FollowOptions { MinInterval = interval, MaxInterval = interval * 15, OnPoll = onLook }, cancellationToken);
    }
}

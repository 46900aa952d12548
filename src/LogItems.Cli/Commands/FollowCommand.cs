using System.CommandLine;
using LogItems.Cli.Output;
using LogItems.Cli.Settings;

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

    public FollowCommand(ToolHost host)
        : base("follow", "Shows the log items of a running session as they appear, and again when they end, until the session has ended.")
    {
        Add(_session);
        _client.AddTo(this);
        Add(_interval);
        Add(_format);
        SetAction((parse, cancellationToken) => RunAsync(parse, host, cancellationToken));
    }

    private async Task<int> RunAsync(ParseResult parse, ToolHost host, CancellationToken cancellationToken)
    {
        using var client = await _client.ConnectAsync(parse, host, cancellationToken);
        var interval = TimeSpan.FromSeconds(parse.GetValue(_interval)!.Value);
        var items = client.FollowLogItemsAsync(
            parse.GetValue(_session), new FollowOptions { MinInterval = interval, MaxInterval = interval * 15 }, cancellationToken);
        var format = parse.GetValue(_format) ?? (host.HasColours ? RecordFormat.Table : RecordFormat.Jsonl);
        await RecordOutput.WriteAsync(host, format, LogItemLayout.Instance, items, cancellationToken);
        return ExitCode.Ok;
    }
}
